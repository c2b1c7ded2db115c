"""Keep a journal as this release writes it: `python -m stories.keep_release` in tests.

Done once at each release, before its tag; `test_accidents.py` opens them all for ever.
"""

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from guidelog import __version__
from guidelog.lookback.rows import VIEWS
from journal.beginning import begin

AFTERWARDS = (
    "edit s1 --text 'How a review is run, and why #growth' --reason 'said it better'",
    "add bo 'to be taken back'",
    "redact s3 --reason 'names a patient' --yes",
    "raise bo 'to be undone'",
    "undo",
    "delete x1 --yes",
)
"""What is done to the entries of the beginning, so that the log has more than adds."""


def keep(folder: Path) -> None:
    """Write a journal of this release into a folder, and how much every view holds."""
    with TemporaryDirectory() as home:
        leader = begin(Path(home))
        for line in AFTERWARDS:
            leader.does(line)
        counts = {view: len(leader.rows(view)) for view in VIEWS}
        kept = gzip.compress(leader.journal.read_bytes(), mtime=0)
    (folder / f"{__version__}.db.gz").write_bytes(kept)
    counted = json.dumps(counts, indent=2) + "\n"
    (folder / f"{__version__}.json").write_text(counted, encoding="utf-8")


if __name__ == "__main__":
    keep(Path(__file__).with_name("releases"))
