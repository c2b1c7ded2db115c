"""--json is honoured by whatever lists or shows, and refused by all the others."""

import json

import pytest

from journal.beginning import begin
from leading import Leader
from stories.every_command import lines

SHOWING = {
    "undo --show": "undo",
    "backup --list": "backups",
    "person erase li": "erase",
    "recap s1": "recap",
}


@pytest.fixture
def begun(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """A leader in whose journal something of every kind stands."""
    return begin(tmp_path_factory.mktemp("begun"))


@pytest.mark.parametrize("path", lines())
def test_json_is_given_or_refused_and_never_passed_over(
    begun: Leader, path: str
) -> None:
    before = begun.changes()
    answer = begun(f"{lines()[path]} --json")
    if "--json goes with what lists or shows" in answer.err:
        assert (answer.code, answer.out, begun.changes()) == (2, "", before)
    elif answer.code == 0:
        json.loads(answer.out)
    else:
        assert answer.out == ""


@pytest.mark.parametrize(("line", "entity"), SHOWING.items())
def test_what_only_shows_gives_rows(begun: Leader, line: str, entity: str) -> None:
    shown = json.loads(begun.does(f"{line} --json").out)
    assert (shown["format"], shown["entity"]) == (1, entity)
    assert isinstance(shown["rows"], list)


def test_what_a_merge_would_do_can_be_read_by_a_program(begun: Leader) -> None:
    begun.does("backup", str(begun.home / "other.db"))
    file = str(begun.home / "other.db")
    shown = json.loads(begun.does("merge --dry-run --json", file).out)
    assert shown["rows"][0]["taken"] == 0


def test_a_text_refused_with_json_is_kept(begun: Leader) -> None:
    assert "add does not" in begun.refused("add ada 'Talked' --json")
    assert begun.does("add --draft").id == "s3"


def test_no_backup_is_said(begun: Leader) -> None:
    for file in begun.home.rglob("*backups*/*"):
        file.unlink()
    assert "no backup yet" in begun.does("backup --list").err
