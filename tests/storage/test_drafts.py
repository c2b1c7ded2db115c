"""Drafts as files: private, whole, in order, and never in the way."""

import json
from pathlib import Path

import pytest

from guidelog import private_files
from guidelog.storage.drafts import (
    drafts_folder,
    keep_draft,
    newest_draft,
    remove_draft,
    rewrite_draft,
    waiting,
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal that is not there yet."""
    return tmp_path / "journal.db"


def test_a_draft_comes_back_as_it_was_kept(journal: Path) -> None:
    typed = {"who": "ada", "note": ["Grüße 👋\nzweite Zeile"], "private": True}
    draft = keep_draft(journal, "add", typed)
    assert waiting(journal) == [draft]
    assert waiting(journal)[0].typed == typed


def test_drafts_are_for_the_leader_only(journal: Path) -> None:
    draft = keep_draft(journal, "add", {})
    assert draft.path.stat().st_mode & 0o777 == 0o600
    assert draft.path.parent.stat().st_mode & 0o777 == 0o700


def test_drafts_wait_in_the_order_they_were_kept(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [keep_draft(journal, "add", {"note": "0"})]
    for text, clock in (("1", 5), ("2", 4), ("3", 4)):
        # The clock goes back, as laptops' do: the order stays.
        monkeypatch.setattr("time.time_ns", lambda clock=clock: clock)
        kept.append(keep_draft(journal, "add", {"note": text}))
    assert waiting(journal) == kept
    assert newest_draft(journal, "add") == kept[-1]


def test_a_command_sees_its_own_drafts_only(journal: Path) -> None:
    mine = keep_draft(journal, "goal add", {"title": ["x"]})
    keep_draft(journal, "goal", {})
    assert newest_draft(journal, "goal add") == mine
    assert newest_draft(journal, "add") is None


def test_a_rewritten_draft_keeps_its_place(journal: Path) -> None:
    first = keep_draft(journal, "add", {"note": "a"})
    keep_draft(journal, "add", {"note": "b"})
    rewrite_draft(first, {"note": "c"})
    assert [draft.typed["note"] for draft in waiting(journal)] == ["c", "b"]


def test_a_rewrite_that_fails_leaves_the_draft_as_it_was(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = keep_draft(journal, "add", {"note": "a"})

    def refuse(path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(private_files, "settle_file", refuse)
    with pytest.raises(OSError, match="No space left"):
        rewrite_draft(draft, {"note": "b"})
    assert waiting(journal) == [draft]
    assert [path.suffix for path in drafts_folder(journal).iterdir()] == [".json"]


def test_removing_twice_is_removing_once(journal: Path) -> None:
    draft = keep_draft(journal, "add", {})
    remove_draft(draft)
    remove_draft(draft)
    assert waiting(journal) == []


def test_no_folder_is_no_draft(journal: Path) -> None:
    assert waiting(journal) == []
    assert newest_draft(journal, "add") is None


@pytest.mark.parametrize(
    "held", ["", "{", "[]", '"x"', "{}", '{"command": "add"}', '{"typed": 1}', "\x00"]
)
def test_what_is_no_draft_is_passed_over(journal: Path, held: str) -> None:
    draft = keep_draft(journal, "add", {"note": "x"})
    (draft.path.parent / "99999999999999999999-1-add.json").write_text(
        held, encoding="utf-8"
    )
    (draft.path.parent / "notes.json").write_text(json.dumps({}), encoding="utf-8")
    assert waiting(journal) == [draft]
    assert keep_draft(journal, "add", {"note": "y"}) in waiting(journal)


@pytest.mark.parametrize(
    "held",
    [
        "[" * 100_000,
        '{"command": "add", "typed": {"note": [7]}}',
        '{"command": "add", "typed": {"note": {"a": "b"}}}',
        '{"command": "add", "typed": {"who": 7}}',
    ],
)
def test_a_file_that_no_line_could_have_left_is_no_draft(
    held: str, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.db"
    draft = keep_draft(journal, "add", {"note": ["a"]})
    draft.path.with_name("0-strange.json").write_text(held)
    assert waiting(journal) == [draft]
