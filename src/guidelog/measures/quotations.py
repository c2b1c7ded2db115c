"""Quotations: what stands between quotation marks is somebody's own words."""

import re
from typing import Final

# A straight mark opens before a word and closes after one; within a line, so that a
# lone mark, as of inches, takes no more with it. An apostrophe inside a word or after
# it is none: it closes only where one opened, and where the next one opens it was none.
_QUOTED: Final = re.compile(
    r'(?<!\w)"[^"\n]+"'
    r"|[“„][^“”„\n]+[”“]"
    r"|«[^«»\n]+»|»[^«»\n]+«|‹[^‹›\n]+›|›[^‹›\n]+‹"
    r"|(?<![\w'’])['‘‚](?=\S)(?:[^'‘’\n]|(?<=\w)['’](?=\w))*(?<=\S)['’‘](?!\w)"
)


def blank_quotations(text: str) -> str:
    """The text with spaces where somebody is quoted; every other place is kept."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
