"""Bad input: one sentence, the right code, no text told, nothing kept but the draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidelog.storage.drafts import remove_draft, waiting
from leading import Leader

TEXT = "what he said at lunch"
BEGINNING = (
    'person add ada "Ada Okonkwo"',
    'person add bo "Bo Nilsson"',
    'person add mira-h "Mira Haddad" --relation client',
    'person add mira-o "Mira Okonkwo" --relation peer',
    'goal add bo "Hand over in time" --baseline 8 --target 1',
    'goal add ada "Speak up" --levels --expected "Once a month"',
    'goal add ada "Publish" --milestone draft --milestone print',
    'resistance add bo "Left early" --expected "Stays to the end"',
    'resistance add ada "Skipped it" --expected "Reads it"',
    'resistance attempt r2 "Read it together" --response partly',
    'add ada "A first talk" --next "me: send the list"',
    "action add walk --label Walk --mode both --family reality",
)
MISTYPED = (
    "add ada {text} -w 2026-02-30",
    "add ada {text} -w 03/04/2026",
    "add ada {text} -w whenever",
    "add ada {text} -w 2026-11-21",
    "add ada {text} -t -30",
    "add ada {text} -t 25h",
    "add ada {text} --mode shouting",
    "add ada {text} --privat",
    "add ada {text} --next ''",
    "add ada ''",
    "observe ada ' '",
    "goal rate g2 3 {text}",
    "goal rate g2 -3 {text}",
    "goal rate g2 -1 {text} --rateer self",
    "goal progress g1 four {text}",
    "resistance add bo {text} --expected ''",
    "resistance attempt r1 {text} --response maybe",
    "resistance result a1 better {text}",
    "resistance status r1 solved {text}",
    "assess ada {text} --excellence 5",
)
"""Lines whose form is wrong; they are refused before anything is looked up."""
MISTAKEN = (
    "add zoe {text}",
    "add mira {text}",
    "add ada {text} -a hugging",
    "add ada {text} -g g9",
    "add ada {text} --progress g1=4",
    "add ada {text} --progress g2=five",
    "add ada {text} --paid --pro-bono",
    "add ada {text} --attempt r1",
    "add ada {text} --attempt r1 --offered this --response partly",
    "add ada,bo {text} --next 'them: answer'",
    "add ada {text} --new 'Ada Nilsson'",
    "observe ada {text} -g g1",
    "observe zoe {text}",
    "goal add ada {text} --target 4 --levels --expected this",
    "goal add ada {text} --baseline 4 --target 4",
    "goal rate g1 1 {text}",
    "goal progress g2 1 {text}",
    "goal tick g3 3 {text}",
    "goal reopen g1",
    "goal close g9 achieved {text}",
    "resistance attempt r9 {text} --response partly",
    "resistance result a9 some {text}",
    "resistance status r1 monitoring {text}",
    "resistance status r1 resolved {text}",
    "resistance status r1 escalated {text} --to HR",
    "resistance status r2 closed {text}",
    "resistance status r2 withdrawn {text}",
    "assess ada {text}",
    "assess ada {text} --excellence 3 -g g1",
    "next zoe {text}",
    "raise zoe {text}",
    "drop c9 {text}",
    "share s9 --comment {text}",
    "edit s9 --text {text}",
    "edit s1 --expected {text}",
    "edit s1 --restore",
    "action add walk --label {text} --mode both --family reality",
)
"""Lines that mean what is not there, or what may not be."""
LOOKING = (
    "timeline zoe",
    "timeline mira",
    "timeline --period whenever",
    "timeline --period 2026-06-01..2026-01-01",
    "timeline --tag nowhere --kind meeting",
    "report ada --period 2026-13",
    "show s9",
    "show z9",
    "history s9",
    "done c9",
    "delete s9 --yes",
    "prep",
    "export meetings",
    "export people --columns sessions --columns",
    "search",
    "nonsense",
    "goal nonsense",
    "person archive zoe",
    "tag rename nowhere somewhere",
)
"""Lines that keep no text."""


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Leader:
    """A leader with some people and entries; no line here changes them."""
    leader = Leader(tmp_path_factory.mktemp("bad-input"))
    for line in BEGINNING:
        leader.does(line)
    return leader


@pytest.fixture
def leader(beginning: Leader) -> Iterator[Leader]:
    """The leader, with no draft waiting."""
    yield beginning
    for draft in waiting(beginning.journal):
        remove_draft(draft)


def refuse(leader: Leader, line: str, code: int = 2) -> str:
    """Type a line that must be refused in one sentence that tells no text."""
    err = leader.refused(line.format(text=f"'{TEXT}'"), code=code)
    said, *advice = err.splitlines()
    assert said.startswith("guidelog: ")
    assert said[-1] in ".?"
    assert all(one.startswith("  ") for one in advice)
    assert "Traceback" not in err
    assert "inside guidelog" not in err
    assert TEXT not in err
    return err


@pytest.mark.parametrize("line", MISTYPED)
def test_a_line_of_a_wrong_form_is_refused(leader: Leader, line: str) -> None:
    refuse(leader, line)


@pytest.mark.parametrize("line", MISTAKEN)
def test_what_is_not_there_is_refused_and_the_text_is_kept(
    leader: Leader, line: str
) -> None:
    err = refuse(leader, line)

    kept = [draft for draft in waiting(leader.journal) if TEXT in str(draft.typed)]
    assert len(kept) == ("{text}" in line)
    assert ("Your text is kept: " in err) == bool(kept)


@pytest.mark.parametrize("line", LOOKING)
def test_a_line_without_a_text_is_refused_and_leaves_nothing(
    leader: Leader, line: str
) -> None:
    refuse(leader, line)

    assert waiting(leader.journal) == []


def test_the_draft_goes_on_where_the_line_was_refused(leader: Leader) -> None:
    leader.refused("observe zoe", TEXT, "--impact", "much of it")
    answer = leader.does("observe ada --draft")

    row = leader.row("observations", answer.id)
    assert (row["text"], row["impact"]) == (TEXT, "much of it")
    assert waiting(leader.journal) == []
    leader.does("undo")


@pytest.mark.parametrize("held", [b"", b"not a journal\n", b"SQLite format 3\0cut"])
def test_a_file_that_is_no_journal_is_refused_and_left(
    leader: Leader, tmp_path: Path, held: bytes
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(held)
    for line in ("timeline", "add ada {text}"):
        refuse(leader, f"{line} --journal {other}", code=1)

    assert other.read_bytes() == held


def test_a_missing_folder_is_named_and_not_made(leader: Leader, tmp_path: Path) -> None:
    place = tmp_path / "nwo" / "journal.db"

    assert str(place.parent) in refuse(leader, f"add ada {{text}} --journal {place}", 1)
    assert not place.parent.exists()


@pytest.mark.parametrize("piped", [b"caf\xe9", b"\xff\xfe"])
def test_bytes_that_are_no_text_are_refused(leader: Leader, piped: bytes) -> None:
    before = leader.changes()
    answer = leader("add ada", piped=piped)

    assert (answer.code, answer.out) == (2, "")
    assert "UTF-8" in answer.err
    assert leader("add ada", "caf\udce9").code == 2
    assert leader.changes() == before


PAGES = ("timeline", "report ada --for me", "prep ada", "show {id}", "history {id}")


def test_markup_prints_as_it_was_typed(guidelog: Leader) -> None:
    guidelog.does('person add ada "Ada [b]Okonkwo[/b]"')
    answer = guidelog.does("observe ada --good", "[red]x[/] :warning:")

    assert "[b]Okonkwo[/b]" in answer.out
    for page in PAGES[0], PAGES[1], PAGES[3]:
        shown = guidelog.does(page.format(id=answer.id)).out
        assert "[red]x[/] :warning:" in shown


LONG = "she was late again and said that she did not care"


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "--", "--text", LONG),
        ("edit", "s1", "secret"),
        ("goal", "progress", "g1", LONG),
        ("goal", "rate", "g2", LONG),
        ("resistance", "result", "a1", LONG),
        ("resistance", "result", LONG, "some"),
        ("person", "hold", LONG, "--lift"),
        ("goal", "close", "g1", LONG),
        ("add", LONG, "x"),
        ("raise", "ada", "x", "-w", LONG),
        ("share", LONG),
        ("show", LONG),
    ],
)
def test_a_note_in_the_wrong_place_is_not_repeated(
    leader: Leader, words: tuple[str, ...]
) -> None:
    err = leader.refused("", *words)
    assert "late again" not in err
    assert "secret" not in err
