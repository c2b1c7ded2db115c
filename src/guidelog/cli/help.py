"""Help that fits the screen: the root in a page, a command in plain sections."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from inspect import cleandoc
from typing import Annotated, Any, Final

import typer

from guidelog.cli import fitting, output
from guidelog.cli.common import EVERYWHERE
from guidelog.cli.inside_typer import AnyCommand, Context, HelpFormatter, Parameter
from guidelog.cli.texts import form_of, is_argument, name_of

Row = tuple[str, str]
ROOMY: Final = 60
"""From this width on, names and their meaning stand side by side."""

STARTS: Final = (
    ('guidelog person add ada "Ada Okonkwo"', "somebody you guide"),
    ("guidelog add ada", "after a talk"),
    ("guidelog report ada", "before a review"),
)


def usage(command: AnyCommand, ctx: Context) -> str:
    """Give how the command is said: ``guidelog observe WHO TEXT [OPTIONS]``."""
    return " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])


def usage_pieces(
    params: Iterable[Parameter], needed: Collection[str] = ()
) -> list[str]:
    """Give the words of a usage line, those that may be left out in brackets."""
    arguments = [one for one in params if is_argument(one)]
    return [*(_usage_of(one, needed) for one in arguments), "[OPTIONS]"]


def write_help(command: AnyCommand, ctx: Context, formatter: HelpFormatter) -> None:
    """Write usage, meaning, arguments and options by section, and the example."""
    formatter.width = fitting.width()
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)))
    meaning, examples = _meaning_and_examples(command.help or "")
    if meaning:
        formatter.write_paragraph()
        formatter.write_text(meaning)
    for title, rows in _sections(command, ctx).items():
        with formatter.section(title):
            _write_rows(formatter, rows)
    if examples:
        with formatter.section("Example"):
            formatter.write("".join(f"  {line}\n" for line in examples))


def write_root_help(
    sections: Mapping[str, Iterable[str]], formatter: HelpFormatter
) -> None:
    """Write the first page: three commands to start with, a line per section."""
    formatter.width = fitting.width()
    formatter.write_text("guidelog: a session journal for people who lead.")
    with formatter.section("Start with"):
        _write_rows(formatter, STARTS, roomy=40)
    with formatter.section("Commands"):
        rows = [(title, " ".join(names)) for title, names in sections.items()]
        formatter.write_dl(rows, col_max=10)
    formatter.write_paragraph()
    formatter.write_text(
        "guidelog COMMAND --help tells more, guidelog help all names every command."
    )


def show_help(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="COMMAND")] = None,
) -> None:
    """Show the help of a command, or every command with its line.

    guidelog help goal rate
    """
    root = ctx.find_root()
    output.show(_list_all(root) if words == ["all"] else _walk(root, words or []))


def _walk(ctx: Context, words: Sequence[str]) -> str:
    """Give the help of the command that the words lead to, from group to group."""
    for word in words:
        resolve = getattr(ctx.command, "resolve_command", None)
        if resolve is None:
            break
        name, command, _ = resolve(ctx, [word])
        ctx = type(ctx)(command, info_name=name, parent=ctx)
    return ctx.get_help()


def _list_all(root: Context) -> str:
    formatter = root.make_formatter()
    formatter.width = fitting.width()
    _write_rows(formatter, list(_all_rows(root.command)))
    return formatter.getvalue()


def _all_rows(group: Any, path: str = "guidelog") -> Iterable[Row]:
    for name, one in group.table.items():
        if hasattr(one, "table"):
            yield from _all_rows(one, f"{path} {name}")
        else:
            yield f"{path} {name}", one.says


def _usage_of(argument: Parameter, needed: Collection[str]) -> str:
    form = form_of(argument)
    is_told = form is not None and form.needed and not form.asked
    is_needed = argument.required or argument.name in needed or is_told
    return name_of(argument) if is_needed else f"[{name_of(argument)}]"


def _meaning_and_examples(text: str) -> tuple[str, list[str]]:
    """Part a docstring into what it says and its lines that can be typed."""
    lines = cleandoc(text).splitlines()
    examples = [line for line in lines if line.startswith("guidelog ")]
    meaning = "\n".join(line for line in lines if line not in examples)
    return meaning.strip(), examples


def _sections(command: AnyCommand, ctx: Context) -> dict[str, list[Row]]:
    commands = [(name, one.says) for name, one in getattr(command, "table", {}).items()]
    sections: dict[str, list[Row]] = {"Commands": commands, "Arguments": []}
    last: list[Row] = []
    for param in command.get_params(ctx):
        row = _row(param)
        panel = getattr(param, "rich_help_panel", None)
        if row is None:
            continue
        if panel == EVERYWHERE or param is command.get_help_option(ctx):
            last.append(row)
        elif is_argument(param):
            sections["Arguments"].append(row)
        else:
            sections.setdefault(panel or "Options", []).append(row)
    sections[EVERYWHERE] = last
    return {title: rows for title, rows in sections.items() if rows}


def _row(param: Parameter) -> Row | None:
    """Give name and meaning; None for what is hidden or says only its name."""
    option: Any = param
    if option.hidden:
        return None
    if is_argument(option):
        return (name_of(param), option.help) if option.help else None
    return _option_names(option), option.help or ""


def _option_names(option: Any) -> str:
    """Give ``-t, --took LENGTH``; the short name first, and no angle brackets."""
    names = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        return f"{names} / {', '.join(option.secondary_opts)}"
    if option.is_flag:
        return names
    choices = getattr(option.type, "choices", ())
    metavar = option.metavar or "|".join(map(str, choices)) or _own_metavar(option)
    return f"{names} {metavar}"


def _own_metavar(option: Any) -> str:
    return name_of(option).lstrip("-").replace("-", "_").upper()


def _write_rows(formatter: HelpFormatter, rows: Sequence[Row], roomy: int = 30) -> None:
    width = formatter.width - formatter.current_indent
    folded = [(_fold(names, width), says) for names, says in rows]
    formatter.write_dl(folded, col_max=roomy if formatter.width >= ROOMY else 10)


def _fold(names: str, width: int) -> str:
    """Break choices that are too long for a line behind the strokes between them."""
    lines = [""]
    for part in re.split(r"(?<=\|)", names):
        if lines[-1].strip() and len(lines[-1] + part) > width:
            lines.append(" " * 4)
        lines[-1] += part
    # the first line is indented by the formatter
    return "\n  ".join(lines)
