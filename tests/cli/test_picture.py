"""The picture in the README: what the program shows, drawn without an outside font."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from cli.conftest import demonstration_of
from leading import Answer, Leader

PICTURE = Path(__file__).parents[2] / "docs" / "prep.svg"
COLUMNS = 80
PAPER = TerminalTheme(
    (250, 250, 247),
    (40, 42, 46),
    [
        (40, 42, 46),
        (176, 48, 48),
        (40, 112, 64),
        (150, 100, 10),
        (38, 84, 150),
        (120, 60, 130),
        (20, 112, 120),
        (110, 110, 108),
    ],
)
"""Dark on light, with every colour readable on it."""
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>guidelog prep bo, in a terminal</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: ui-monospace, monospace; font-size: 16px; }}
{styles}
</style>
<defs>{lines}
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def draw(shown: str, title: str) -> str:
    """Draw what a terminal shows as SVG."""
    page = Console(
        record=True,
        width=COLUMNS,
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
    )
    page.print(Text.from_ansi(shown.strip()))
    return page.export_svg(
        title=title, theme=PAPER, code_format=FRAME, unique_id="guidelog"
    )


@pytest.mark.ordeal
def test_the_picture_of_the_readme_is_what_prep_shows(
    shown: tuple[Leader, Answer], golden: Callable[[str, str], None]
) -> None:
    leader, _ = shown
    answer = leader.does(f"--journal {demonstration_of(leader)} --color always prep bo")
    picture = draw(answer.out, "guidelog prep bo")

    golden(str(PICTURE), picture)
    ElementTree.fromstring(picture)
    assert "font-face" not in picture
    assert picture.count("http") == 1
