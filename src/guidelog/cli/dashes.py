"""Which words with a dash are no options: numbers such as -1, and texts."""

import re
from typing import Final

TEXT_AFTER_DASH: Final = re.compile(r"-(\d|-?\s)")
"""A dash and a digit, or a dash and a space, begin a text or a number."""
