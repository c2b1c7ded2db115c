"""What an installed guidelog brings along: every file of data that the code names."""

import re
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import guidelog
from architecture.sources import MODULES, PACKAGE, said_in
from guidelog.__main__ import main

PROJECT = PACKAGE.parents[1] / "pyproject.toml"
NAMED = re.compile(r"[\w-]+\.(?:css|j2|md|sql|toml|txt|typ)")
OF_THE_LEADER = {"settings.toml", "README.md"}
"""Files that lie elsewhere: a leader writes them, or the program does for one."""


def data_files() -> set[Path]:
    """Everything in the package that is no code."""
    return {
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }


def test_every_data_file_that_the_code_names_is_in_the_package() -> None:
    named = {
        name
        for module in MODULES
        for text in said_in(module)
        for name in NAMED.findall(text)
        if name == text
    }

    assert {"views.sql", "actions.toml", "demonstration.txt"} <= named
    assert named - OF_THE_LEADER <= {path.name for path in data_files()}


def test_the_builder_takes_the_folder_that_holds_the_package() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    root = project["tool"]["uv"]["build-backend"]["module-root"]

    assert PROJECT.parent / root / project["project"]["name"] == PACKAGE
    assert project["project"]["version"] == guidelog.__version__


def test_the_source_brings_the_pages_that_the_readme_names() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    taken = project["tool"]["uv"]["build-backend"]["source-include"]
    readme = (PROJECT.parent / "README.md").read_text(encoding="utf-8")
    named = {Path(name) for name in re.findall(r"docs/[\w.]+", readme)}

    assert {Path("docs/reference.md"), Path("docs/recipes.md")} <= named
    for page in named:
        assert (PROJECT.parent / page).is_file()
        assert any(page.match(pattern) for pattern in taken)


def test_the_command_starts_the_program() -> None:
    (command,) = entry_points(group="console_scripts", name="guidelog")

    assert command.load() is main
