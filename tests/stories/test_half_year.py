"""A half year from its first line to its last: every fact is found again, all agree."""

import csv
import io
import re
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from architecture.test_modules import AFTER_THE_STORY, LOOKING
from guidelog.dates import say_minutes
from guidelog.words import name_cause
from journal.commands import commands
from leading import Leader, copy_of
from stories.story import AFTERWARDS, PEOPLE, Told, pages, squeeze

OPTION = re.compile(r"--?[a-z]")
STEP = re.compile(r"(?:(?:me|them): )?(.*?)(?: by (\d{4}-\d\d-\d\d))?")
LEVEL = re.compile(r"(?:-?\d|g\d)=")
KEPT_AS = {
    "1h10": "70",
    "2w": "14",
    "3w": "21",
    "4w": "28",
    "yesterday 16:20": "T16:20",
}
"""What some lengths, rhythms and times look like in their cells."""
NOT_ON_PAGES = {
    "--milestone",
    "--level",
    "--label",
    "--meaning",
    "--place",
    "--present",
}
"""Options whose texts stand in the views and on no page of this story."""
UNDONE = "Sent to the wrong file, to be taken back"


@pytest.fixture(scope="module")
def seen(leader: Leader, story: list[Told]) -> str:
    """Everything that the timeline and all reports show the leader."""
    reports = (f"report {person} --for me" for person in PEOPLE)
    return pages(leader, "timeline", *reports)


def arguments_of(told: Told) -> list[tuple[str, str]]:
    """What a line says behind its command, each value with its option or nothing."""
    words = told.line.words
    begins = max(n for n in (1, 2) if " ".join(words[:n]) in commands())
    given = zip(words[begins - 1 :], words[begins:], strict=False)
    return [
        (before if OPTION.match(before) else "", word)
        for before, word in given
        if not OPTION.match(word)
    ]


def facts_of(told: Told) -> list[tuple[str, str]]:
    """What a line says, each fact as its cell shows it, with its option or nothing."""
    facts = []
    for option, value in arguments_of(told):
        said = LEVEL.sub("", value)
        for one in [said] if " " in said else said.split(","):
            parts = STEP.fullmatch(one)
            assert parts
            facts += [
                (option, KEPT_AS.get(fact, name_cause(fact)))
                for fact in parts.groups()
                if fact
            ]
    return facts


def test_every_fact_stands_in_the_cells_of_its_entry(story: list[Told]) -> None:
    lost = [
        (told.line.typed, fact)
        for told in story
        for option, fact in facts_of(told)
        if option != "--reason" and fact not in told.cells
    ]

    assert lost == []


def test_every_text_is_found_again_on_a_page(story: list[Told], seen: str) -> None:
    lost = [
        (told.line.typed, fact)
        for told in story
        for option, fact in facts_of(told)
        if " " in fact and option not in NOT_ON_PAGES
        if squeeze(fact) not in seen
    ]

    # what closed a goal or was replaced stands in views, what was undone nowhere
    apart = {UNDONE, "The hour rests over the summer", "Nobody knows yet"}
    assert {fact for _, fact in lost} <= apart


def test_what_was_undone_is_on_no_page_and_in_no_view(
    leader: Leader, seen: str
) -> None:
    exported = leader.does("export observations").out

    assert squeeze(UNDONE) not in seen
    assert UNDONE not in exported
    assert UNDONE not in leader.does("export timeline").out


def rows(leader: Leader, view: str) -> list[dict[str, str]]:
    """A view as scripts get it."""
    return list(csv.DictReader(io.StringIO(leader.does(f"export {view}").out)))


@pytest.fixture(scope="module")
def talks(leader: Leader, story: list[Told]) -> list[dict[str, str]]:
    """All talks, as scripts get them."""
    return rows(leader, "sessions")


def say_talks(talks: list[dict[str, str]]) -> str:
    """How many talks, and how long they were, as a page says it."""
    minutes = sum(int(talk["minutes"]) for talk in talks)
    return squeeze(f"{len(talks)} talks, {say_minutes(minutes)}")


@pytest.mark.parametrize("handle", PEOPLE)
def test_talks_and_minutes_of_a_person_are_the_same_everywhere(
    leader: Leader, talks: list[dict[str, str]], handle: str
) -> None:
    theirs = [talk for talk in talks if handle in talk["people"].split()]
    person = leader.row("people", handle)

    assert person["sessions"] == len(theirs)
    assert person["minutes"] == sum(int(talk["minutes"]) for talk in theirs)
    for page in (f"report {handle} --for me", f"report {handle} --for others --yes"):
        assert say_talks(theirs) in pages(leader, page)


def test_a_talk_with_two_people_counts_once_in_totals(
    leader: Leader, talks: list[dict[str, str]]
) -> None:
    assert sum(len(talk["people"].split()) for talk in talks) == len(talks) + 1
    hours = sum(int(talk["minutes"]) for talk in talks) / 60
    assert say_talks(talks) in pages(leader, "timeline")
    team = pages(leader, "report --for me")
    assert f"{len(talks)}talks,{hours:.1f}hours" in team
    assert "wholeforeachofthem,andonceinthetotal" in team


def test_a_level_is_the_newest_that_the_leader_saw(
    leader: Leader, story: list[Told]
) -> None:
    seen = [row for row in rows(leader, "progress") if row["goal"] == "g4"]
    by_leader = [row["level"] for row in seen if row["rater"] == "leader"]

    assert [row["rater"] for row in seen] == ["leader", "self"]
    assert leader.row("goals", "g4")["current"] == by_leader[-1] == "-1"
    report = leader.does("report mira --for me").out
    assert "▐−1▌" in report
    assert "own rating 0" in report


def test_attempts_are_counted_alike(leader: Leader, story: list[Told]) -> None:
    tried = rows(leader, "attempts")
    note = leader.row("resistance", "r1")

    assert note["attempts"] == len(tried)
    assert note["status"] == "resolved"
    report = pages(leader, "report bo --for others")
    assert squeeze(f"{len(tried)} attempts: answers") in report
    assert all(squeeze(row["offered"]) in report for row in tried)


def days_between(first: str, last: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def test_days_late_are_counted_alike(leader: Leader, story: list[Told]) -> None:
    done = [row for row in rows(leader, "commitments") if row["done_on"]]
    report = pages(leader, "report bo --for me")

    assert len(done) == 2
    for row in done:
        late = days_between(row["due_on"], row["done_on"])
        said = report[report.index(squeeze(f"{row['what']} · due")) :]
        assert f"{late}dayslate" in said[:100]
    assert squeeze(f"you 0 kept, {len(done)} late") in report


def test_goals_past_their_day_are_counted_alike(
    leader: Leader, story: list[Told]
) -> None:
    due = leader.does("due").out
    past = [
        row
        for row in rows(leader, "goals")
        if row["state"] == "open" and row["target_on"] < AFTERWARDS[:10]
    ]

    assert [row["id"] for row in past] == ["g2", "g4"]
    for row in past:
        late = days_between(row["target_on"], AFTERWARDS[:10])
        assert f"{row['id']}  {late} days late" in due
        report = leader.does(f"report {row['person']} --for me").out
        assert f"{late} days past" in report


def kept_back(leader: Leader) -> dict[str, list[str]]:
    """By person, the texts that are private, or that they were not told."""
    private = "SELECT person, text FROM timeline WHERE visibility = 'private'"
    untold = "SELECT person, text FROM observations WHERE id = 'o1'"
    found = leader.asks(f"{private} AND text <> '' UNION {untold}")
    return {
        handle: [text for person, text in found if person == handle]
        for handle in PEOPLE
    }


@pytest.mark.parametrize("handle", PEOPLE)
def test_others_see_nothing_that_is_private_or_untold(
    leader: Leader, story: list[Told], handle: str
) -> None:
    mine = pages(leader, f"report {handle} --for me", "timeline")
    for_others = pages(
        leader, f"report {handle} --for others --yes", f"timeline {handle} --for others"
    )
    hidden = kept_back(leader)[handle]

    assert hidden
    assert [text for text in hidden if squeeze(text) not in mine] == []
    assert [text for text in hidden if squeeze(text) in for_others] == []


def test_others_see_what_is_on_record_and_was_told(
    leader: Leader, story: list[Told]
) -> None:
    report = pages(leader, "report bo --for others")
    told = ["Signed three lists", "All lists of April", "the new list replaced it"]

    assert [text for text in told if squeeze(text) not in report] == []
    assert "yourlabel" not in report
    assert (
        squeeze("Left out: 2 entries with private texts and 1 not yet told") in report
    )


def test_a_clock_set_back_disturbs_neither_order_nor_log(
    leader: Leader, story: list[Told]
) -> None:
    moments = [at for (at,) in leader.asks("SELECT at FROM change ORDER BY seq")]
    stamps = [
        stamp for (stamp,) in leader.asks("SELECT stamp FROM change ORDER BY seq")
    ]

    assert moments != sorted(moments)
    assert stamps == sorted(set(stamps))
    leader.verifies()


# --- encrypted ------------------------------------------------------------------------


@pytest.mark.ordeal
def test_an_encrypted_journal_answers_every_line_as_a_plain_one_does(
    leader: Leader, story: list[Told], tmp_path: Path
) -> None:
    assert story
    plain, locked = (copy_of(leader, tmp_path / name) for name in ("plain", "lock"))
    locked.encrypts()
    # doctor says how large the file is, and that it is encrypted
    looking = [lines for name, lines in LOOKING.items() if name != "doctor"]
    for line in [*chain(*looking), *AFTER_THE_STORY, "timeline"]:
        said, answered = answer_of(plain, line), answer_of(locked, line)
        assert answered == said, line
    locked.verifies()


def answer_of(leader: Leader, line: str) -> tuple[int, str]:
    """What a line gives, wherever the leader's home is."""
    leader.at(AFTERWARDS)
    answer = leader(line)
    return answer.code, squeeze(answer.out).replace(str(leader.home), "~")
