"""A line of every command, and programs that are forked off to type one.

The lines fit the journal of `journal.beginning`. A command without a line here is typed
by its name alone.
"""

import os
import shlex
import sys
from collections.abc import Callable, Mapping
from tempfile import TemporaryFile
from types import MappingProxyType

from guidelog.__main__ import main
from guidelog.lookback.rows import VIEWS
from journal.commands import commands
from leading import Leader

_WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "add": "add ada {text} --next 'me: send it' --progress g1=3",
        "observe": "observe bo {text}",
        "goal add": "goal add ada {text} --target 4",
        "goal progress": "goal progress g1 3 {text}",
        "goal rate": "goal rate g3 1 {text}",
        "goal tick": "goal tick g2 1 {text}",
        "goal close": "goal close g1 dropped {text}",
        "goal reopen": "goal reopen g1",
        "resistance add": "resistance add bo {text} --expected 'a list'",
        "resistance attempt": "resistance attempt r1 {text} --response partly",
        "resistance result": "resistance result a2 none {text}",
        "resistance status": "resistance status r1 working {text}",
        "assess": "assess ada {text} --excellence 1",
        "next": "next ada {text}",
        "raise": "raise ada {text}",
        "done": "done c2",
        "drop": "drop t1 {text}",
        "share": "share s1 --who li --comment {text}",
        "edit": "edit t1 --text {text}",
        "delete": "delete o1 --yes",
        "undo": "undo",
        "person add": "person add zoe {text}",
        "person edit": "person edit ada --role {text}",
        "person archive": "person archive bo",
        "person join": "person join ada bo",
        "person hold": "person hold bo {text}",
        "person erase": "person erase li --yes",
        "action add": "action add walk --label {text} --mode both --family goal",
        "action hide": "action hide listen",
        "tag rename": "tag rename rota roster",
        "redact": "redact s1 --reason {text} --yes",
    }
)
_LOOKED: Mapping[str, str] = MappingProxyType(
    {
        "action list": "action list",
        "check": "check ada",
        "due": "due",
        "export": "export sessions",
        "goal list": "goal list",
        "goal show": "goal show g1",
        "history": "history s1",
        "hours": "hours",
        "person list": "person list",
        "person show": "person show ada",
        "prep": "prep ada",
        "recap": "recap s1",
        "report": "report ada",
        "resistance list": "resistance list",
        "resistance show": "resistance show r1",
        "search": "search rota",
        "show": "show s1",
        "tag list": "tag list",
        "timeline": "timeline",
        "today": "",
    }
)
_WHOLE: Mapping[str, str] = MappingProxyType(
    {
        "verify": "verify",
        "backup": "backup",
    }
)
OF_NO_JOURNAL = (
    *("help", "demo", "config list", "config set", "config unset"),
    *("draft list", "draft show", "draft drop"),
)
"""Commands that do without the leader's journal."""
AT_A_TERMINAL = ("config edit",)


def lines(text: str = "'what was said'") -> dict[str, str]:
    """A line of every command; its text is this one."""
    told = {**_WRITTEN, **_LOOKED, **_WHOLE}
    paths = (path for path in commands() if path not in AT_A_TERMINAL)
    return {path: told.get(path, path).format(text=text) for path in paths}


def lines_that_look() -> list[str]:
    """A line of every command that shows what is in the journal."""
    return list(_LOOKED.values())


def lines_that_write(text: str = "'what was said'") -> dict[str, str]:
    """A line of every command that writes an entry or changes one."""
    return {path: line for path, line in lines(text).items() if path in _WRITTEN}


def exports(leader: Leader) -> dict[str, str]:
    """What every view says to the outside."""
    return {view: leader.does(f"export {view}").out for view in VIEWS}


def check_said(said: str) -> None:
    """What goes wrong is a sentence, never a traceback."""
    assert "Traceback" not in said
    assert "inside guidelog" not in said


def type_apart(
    leader: Leader, line: str, settle: Callable[[], None]
) -> tuple[int, str]:
    """Type a line in a program of its own, its streams settled first.

    Returns its exit code, minus a signal that ended it, and its standard error. It is
    forked off, since a start of its own would cost half a second.
    """
    with TemporaryFile() as said:
        child = os.fork()
        if not child:
            _become(leader, line, settle, said.fileno())
        _, status = os.waitpid(child, 0)
        said.seek(0)
        return os.waitstatus_to_exitcode(status), said.read().decode()


def _become(leader: Leader, line: str, settle: Callable[[], None], said: int) -> None:
    code: object = 1
    try:
        surroundings = leader.surroundings
        os.environ.clear()
        os.environ.update(surroundings)
        os.dup2(said, 2)
        sys.stdin = sys.stdout = None
        sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8", closefd=False)
        settle()
        sys.argv = ["guidelog", *shlex.split(line)]
        main()
    except SystemExit as end:
        code = end.code or 0
    except Exception as wrong:  # noqa: BLE001 - the fork must not go on as a test
        os.write(said, f"Traceback: {wrong!r}".encode())
    finally:
        os._exit(code if isinstance(code, int) else 1)
