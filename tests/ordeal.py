"""How far random histories and texts are searched: far only in the ordeal.

`GUIDELOG_ORDEAL=500`, as `./dev ordeal` sets it, lets them be that many, and longer.
"""

import os
from typing import Final

from hypothesis import settings

ORDEAL: Final = int(os.environ.get("GUIDELOG_ORDEAL", "0"))
"""How many examples the ordeal looks at; 0 in the suite."""


def searching(examples: int) -> settings:
    """So many random examples in the suite; as many as it asks for in the ordeal."""
    return settings(max_examples=ORDEAL or examples, deadline=None)
