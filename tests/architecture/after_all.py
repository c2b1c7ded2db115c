"""Run lines in this process, and say which of them were the first to load something.

Called with a file of lines, a file for the answer, and the names of modules to watch.
"""

import json
import os
import shlex
import sys
from pathlib import Path

from guidelog.cli.app import run


def main(lines: Path, answer: Path, *watched: str) -> None:
    """Type one line after the other, each at its moment."""
    answers = []
    for at, line in json.loads(lines.read_text(encoding="utf-8")):
        os.environ["GUIDELOG_NOW"] = at
        before = set(sys.modules)
        code = run(shlex.split(line))
        answers.append([code, sorted((set(sys.modules) - before) & set(watched))])
    answer.write_text(json.dumps(answers), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
