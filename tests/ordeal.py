"""How far random histories and texts are searched: far only in a long ordeal.

`GUIDELOG_ORDEAL=500`, set by `./dev ordeal 500`, lets them be that many, and longer.
"""

import os
from typing import Final

from hypothesis import settings

ORDEAL: Final = int(os.environ.get("GUIDELOG_ORDEAL", "0"))
"""How many examples the ordeal looks at; 0 where no number was said."""


def searching(examples: int) -> settings:
    """So many random examples, or as many as the ordeal asks for."""
    return settings(max_examples=ORDEAL or examples, deadline=None)
