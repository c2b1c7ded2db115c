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
    "timeline --kind meeting",
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
def test_a_line_of_a_wrong_form_is_refused_and_the_text_is_kept(
    leader: Leader, line: str
) -> None:
    refuse_and_keep(leader, line)


@pytest.mark.parametrize("line", MISTAKEN)
def test_what_is_not_there_is_refused_and_the_text_is_kept(
    leader: Leader, line: str
) -> None:
    refuse_and_keep(leader, line)


def refuse_and_keep(leader: Leader, line: str) -> None:
    """Type a line that must be refused, and find its text in one draft."""
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


HINTED = {
    "add zoe {text}": "add WHO",
    "add adda {text} -t 30": "add ada",
    "add ada,boo {text}": "add ada,bo",
    "add ada {text} -w '32 nov'": "add --when WHEN",
    "add ada {text} -m coachin": "add --mode coaching",
    "add ada {text} --tok 30": "add --took DURATION",
    "add ada {text} -a lisen,advise": "add --action listen,advise",
    "add ada {text} -g g9": "add --goal GOAL",
    "add ada {text} --progress g9=4": "add --progress GOAL=4",
    "add ada {text} --owner me --private --record": "add",
    "add Ada Okonkwo was late": "add --edit",
    "add ada {text} --next 'send it by fridya'": "add --next STEP",
    "add ada {text} --next 'me: go' --next 'send it by fridya'": "add --edit",
    "next ada 'send it by fridya'": "next ada TEXT",
    "goal progress g1 four {text}": "goal progress g1 VALUE",
    "goal rate g2 3 {text}": "goal rate g2 LEVEL",
    "resistance attempt r1 {text}": "resistance attempt --response RESPONSE",
    "resistance attempt r9 {text} --response partly": "resistance attempt NOTE",
    "person add Tom {text}": "person add tom",
    "person add ada {text}": "person add HANDLE",
    "drop c9 {text}": "drop ID",
}
"""Refused lines, and the line that goes on."""


@pytest.mark.parametrize("line", HINTED)
def test_the_hint_says_anew_what_was_refused_and_no_more(
    leader: Leader, line: str
) -> None:
    err = refuse(leader, line)

    assert (
        err.splitlines()[-1] == f"  Your text is kept: guidelog {HINTED[line]} --draft"
    )


def test_the_line_of_a_hint_goes_through(leader: Leader) -> None:
    refuse(leader, "person add Tom {text} --rhythm 2w")
    leader.does("person add tom --draft")
    assert leader.row("people", "tom")["rhythm_days"] == 14
    leader.does("undo")

    refuse(leader, "goal progress g1 four {text}")
    answer = leader.does("goal progress g1 4 --draft")
    assert leader.row("progress", answer.id)["evidence"] == TEXT
    leader.does("undo")
    assert waiting(leader.journal) == []


def test_a_refused_option_is_not_filled_in_again(leader: Leader) -> None:
    refuse(leader, "add ada {text} -g g9 -t 30")
    answer = leader.does("add --draft")
    row = leader.row("sessions", answer.id)
    assert (row["minutes"], row["goals"]) == (30, None)
    leader.does("undo")


def test_drafts_are_listed_newest_first_shown_and_dropped(leader: Leader) -> None:
    refuse(leader, "add zoe {text}")
    refuse(leader, "observe ada 'Another text' --noticed slf")
    home = leader.does("").out
    assert "guidelog observe --draft" in home
    assert home.index("Another text") < home.index(TEXT)
    assert leader.does("draft show 2").out == f"who: zoe\nnote: {TEXT}\n"
    assert "no draft 3" in leader.refused("draft drop 3")
    assert "no terminal" in leader.refused("draft drop")
    leader.does("draft drop 1 --yes")
    assert [draft.command for draft in waiting(leader.journal)] == ["add"]


def test_a_first_word_that_is_the_rest_of_the_name_is_refused(leader: Leader) -> None:
    for line in (
        "add Ada Okonkwo",
        "observe ada okonkwo was late",
        "add bo,Ada Okonkwo",
    ):
        assert '"Ada Okonkwo"' in leader.refused(line)
    for line in ("'Ada Okonkwo' was late", "ada 'Okonkwo was late'", "bo Okonkwo came"):
        leader.does(f"observe {line}")
        leader.does("undo")


def test_a_near_word_is_named_wherever_one_is_refused(leader: Leader) -> None:
    for line, meant in {
        "show ss1": "s1",
        "show adda": "ada",
        "edit s-1 --text x": "s1",
        "resistance status r1 workin x": "working",
        "resistance result a1 improve x": "improved",
        "goal close g1 achived x": "achieved",
        "share s1 --how tlk": "talk",
        "edit s1 --mode coachin": "coaching",
        "person add tom x --relation mente": "mentee",
        "action hide protct": "protect",
    }.items():
        assert f"Did you mean {meant}?" in leader.refused(line), line


def test_a_tag_that_no_entry_has_is_said_and_is_no_fault(leader: Leader) -> None:
    answer = leader.does("timeline --tag outge")
    assert 'no entry has the tag "outge"' in answer.err


def test_a_number_too_great_is_refused_in_words(leader: Leader) -> None:
    for line in (
        "add ada x --group {}",
        "timeline --limit {}",
        "goal tick g3 {}",
        "edit s1 --group {}",
        "hours --round {}",
        "draft show {}",
    ):
        err = leader.refused(line.format("9" * 20))
        assert "is not a whole number from 1 to 999999" in err


def test_opposite_flags_are_refused(leader: Leader) -> None:
    for line in ("add ada x --private --record", "observe ada x --off-track --good"):
        assert "don't go together" in leader.refused(line)
    leader.does("add ada x --private --private")
    leader.does("undo")


def test_what_is_missing_is_said_in_a_sentence(leader: Leader) -> None:
    said = leader.refused("drop c1")
    assert said.startswith("guidelog: REASON is missing: why it will not be done.")
    said = leader.refused("redact s1")
    assert "guidelog redact ID --reason TEXT" in said


def test_a_person_is_never_renamed_by_an_example(leader: Leader) -> None:
    assert "guidelog person edit ada --team TEAM" in leader.refused("person edit ada")
    assert "guidelog edit s1 --text TEXT" in leader.refused("edit s1")


def test_somebody_archived_is_named_and_not_offered(leader: Leader) -> None:
    leader.does("person archive bo")
    err = leader.refused("prep Bo")
    assert "Bo Nilsson, who is archived" in err
    assert err.endswith("means somebody archived: bo.\n")
    assert "one person, not 2" in leader.refused("report ada,bo")
    leader.does("undo")


def test_words_are_looked_for_before_the_leader_is_asked(leader: Leader) -> None:
    # off a terminal the question would be refused first
    assert "no such text" in leader.refused("redact s1 --field nte --reason x")
    assert "no entry" in leader.refused("redact s99 --reason x")
