"""Drawings as SVG: shapes and words in the palette of a document, self-contained."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from guidelog.cleaning import clean_line

INK: Final = "#1b1f24"
GREY: Final = "#5a626b"
BLUE: Final = "#1f5a8a"
OCHRE: Final = "#8f4a00"
WASH: Final = "#eef2f6"
OUTLINE: Final = "#7b848e"
HAIRLINE: Final = "#c9ced4"
PAPER: Final = "#ffffff"

TEXT_SIZE: Final = 12
SMALL: Final = 11
LETTER: Final = 0.56
"""About how wide a letter is, as a share of the size of the text."""

Value = str | float


class Drawing:
    """A drawing as it grows; what is added later lies on top."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, shape: str, **said: Value) -> None:
        """Add a shape; names of attributes have underlines for dashes."""
        self.parts.append(f"<{shape}{_attributes(said)}/>")

    def write(self, x: float, y: float, words: str, **said: Value) -> None:
        """Add words at a place, in ink unless another fill is said."""
        said = {"x": x, "y": y, "font_size": TEXT_SIZE, "fill": INK, **said}
        text = escape_words(words)
        self.parts.append(f"<text{_attributes(said)}>{text}</text>")

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], **said: Value
    ) -> None:
        """Add a straight line, a hairline unless another stroke is said."""
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        self.add("line", **ends, **{"stroke": HAIRLINE, "stroke_width": 1, **said})

    def finish(self, width: float, height: float, title: str) -> str:
        """The whole drawing, with a title for those who can't see it."""
        size: dict[str, Value] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "width": width,
            "height": height,
            "role": "img",
            "font_family": "Libertinus Serif, serif",
        }
        named = f"<title>{escape_words(title)}</title>"
        return f"<svg{_attributes(size)}>{named}{''.join(self.parts)}</svg>"


def escape_words(words: str) -> str:
    """Words as XML takes them; two code points that are no signs are none in it."""
    return escape(clean_line(words).replace("\ufffe", "").replace("\uffff", ""))


def width_of(words: str, size: float = TEXT_SIZE) -> float:
    """About how wide some words are."""
    return len(words) * size * LETTER


def _attributes(said: dict[str, Value]) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoteattr(_number(value))}"
        for name, value in said.items()
    )


def _number(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
