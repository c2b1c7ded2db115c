"""The program's own sources, read as trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import guidelog

PACKAGE = Path(guidelog.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
Documented = ast.Module | ast.ClassDef | ast.FunctionDef


@cache
def tree_of(module: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    """Every node of every module."""
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            yield module, node


def docstrings_of(module: Path) -> Iterator[str]:
    """The docstrings of a module and of all that stands in it."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, Documented):
            yield ast.get_docstring(node) or ""


def said_in(module: Path) -> Iterator[str]:
    """The texts a module may say: every string that is no docstring."""
    tree = tree_of(module)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in alone:
            yield str(node.value)
