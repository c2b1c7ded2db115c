"""A person asks for their data: everything about them, and nobody else by name."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leading import Leader, make_home
from ordeal import searching

LINES = (
    'person add ada "Ada Okonkwo" --role engineer',
    'person add bo "Bo Nilsson"',
    'person add mira "Mira Haddad" --role "works for Ada"',
    'add ada "First talk, Bo came late." --present "Jo Castro"',
    'add ada,bo "With both." --agreed "Bo writes to Mira"',
    'add bo "He praised Ada."',
    'observe ada "Mended the pump" --good --told-by "Mira Haddad"',
    'observe ada "A wrong fact" --off-track --private',
    'observe ada "Names a patient" --good',
    'goal add ada "Leads a review" --milestone "with Bo" --milestone alone',
    'goal tick g1 1 "seen"',
    'resistance add ada "Left the round" --expected "Stays"',
    'resistance attempt r1 "A talk" --response declined --their-words "Ask Bo"',
    'next ada "writes to Bo" --due 2026-12-01',
    'raise ada "the rota"',
    "share o1 --how mail --comment thanks",
    'edit s1 --text "First talk, Bo came on time."',
    'delete o2 --reason "was about Mira" --yes',
    'redact o3 --reason "names a patient" --yes',
    'person hold ada "a claim"',
)


@pytest.fixture(scope="module")
def kept() -> Leader:
    """A leader with a record of Ada, written by the line; nobody writes behind it."""
    leader = Leader(make_home())
    leader.sets('leader_name = "Lena Adler"')
    for line in LINES:
        leader.does(line)
    return leader


def as_json(leader: Leader, more: str = "") -> dict[str, Any]:
    """The file of Ada as a script reads it."""
    out = leader.does(f"person export ada --format json {more}").out
    told: dict[str, Any] = json.loads(out)
    return told


def page_of(leader: Leader, more: str = "") -> str:
    """The file of Ada as Markdown, the signs that only Markdown needs taken away."""
    return leader.does(f"person export ada {more}").out.replace("\\", "")


def entry(told: dict[str, Any], id_: str) -> dict[str, Any]:
    """One entry of a file."""
    (found,) = [one for one in told["entries"] if one["id"] == id_]
    return dict(found)


def test_every_entry_of_every_kind_is_there_and_nobody_elses(kept: Leader) -> None:
    told = as_json(kept)
    ids = [one["id"] for one in told["entries"] if one["id"]]

    ones = {f"{letter}1" for letter in "acghoprst"}
    assert sorted(ids) == sorted([*ones, "o2", "o3", "s2"])
    assert {one["kind"] for one in told["entries"]} >= {
        "person",
        "step",
        "hold",
        "move",
    }
    assert told["person"]["role"] == "engineer"


def test_an_old_wording_is_told_with_when_and_where(kept: Leader) -> None:
    first, second = entry(as_json(kept), "s1")["versions"]

    assert first["set"]["note"] == "First talk, P1 came late."
    assert (first["command"], second["command"]) == ("add", "edit")
    assert first["at"].startswith("2026-11-20T12:00")
    assert "note then: First talk, P1 came late." in page_of(kept)


def test_what_was_deleted_is_told_with_the_reason(kept: Leader) -> None:
    told = entry(as_json(kept), "o2")

    assert told["deleted"]
    assert told["now"] is None
    assert told["versions"][0]["set"]["text"] == "A wrong fact"
    assert told["versions"][0]["set"]["facts"]["standard"] == "off-track"
    assert told["versions"][-1]["reason"] == "was about P2"
    assert re.search(r"### o2 .*private.* · deleted", page_of(kept))


def test_words_that_were_taken_back_leave_that_they_were(kept: Leader) -> None:
    told = entry(as_json(kept), "o3")

    assert told["versions"][0]["taken_back"] == ["text"]
    assert "1 text taken back for good" in page_of(kept)
    assert "Names a patient" not in page_of(kept)


def test_private_entries_are_there_and_marked(kept: Leader) -> None:
    told = as_json(kept)

    assert entry(told, "t1")["private"]
    assert not entry(told, "o1")["private"]
    assert "the leader's own memory" in page_of(kept)


def test_links_are_ids_and_no_uids(kept: Leader) -> None:
    (added, *_) = entry(as_json(kept), "a1")["versions"]

    assert added["set"]["facts"]["resistance"] == "r1"
    (talk, *_) = entry(as_json(kept), "s2")["versions"]
    assert talk["set"]["facts"]["people"] == ["ada", "P1"]


def test_entries_of_others_that_name_the_person_are_listed(kept: Leader) -> None:
    assert as_json(kept)["named_elsewhere"] == [
        {"id": "P2", "field": "role", "name": "Ada"},
        {"id": "s3", "field": "note", "name": "Ada"},
    ]
    assert "He praised" not in page_of(kept)


def test_places_where_names_stood_are_to_be_read_by_hand(kept: Leader) -> None:
    checks = [(one["entry"], one["field"]) for one in as_json(kept)["to_check"]]

    assert {("s1", "note"), ("s1", "present"), ("o1", "told_by")} <= set(checks)
    assert ("o2", "reason") in checks
    assert "also there: it is there to name people (s1)" in page_of(kept)


def test_the_cover_says_what_was_searched_and_what_is_missing(kept: Leader) -> None:
    page = page_of(kept)

    for said in (
        "- By: Lena Adler",
        "- Prepared: Fri 20 Nov 2026",
        "the names of 2 other people, P1 to P2",
        "what was exported, printed, mailed or copied before",
        "It is no legal advice",
        "guidelog verify --head",
    ):
        assert said in page
    assert kept.does(f"verify --head {as_json(kept)['heads'][0][:16]}").code == 0


def test_the_leader_alone_is_told_who_has_which_number(kept: Leader) -> None:
    answer = kept.does("person export ada")

    assert "P1 is Bo Nilsson" in answer.err
    assert "Nilsson" not in answer.out


def test_unredacted_names_everybody(kept: Leader) -> None:
    told = as_json(kept, "--unredacted")

    assert (
        entry(told, "s1")["versions"][0]["set"]["note"] == "First talk, Bo came late."
    )
    assert (told["redacted"], told["others"]) == (False, 0)


def test_the_name_of_the_file_tells_the_format(kept: Leader, tmp_path: Path) -> None:
    for name, begins in (("ada.md", "# Ada Okonkwo"), ("ada.json", '{\n "format": 1')):
        answer = kept.does("person export ada -o", str(tmp_path / name))
        assert answer.out == ""
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert "--format markdown or json" in kept.refused("person export ada -o ada.txt")


def test_the_archive_and_a_hold_do_not_keep_it_back(kept: Leader) -> None:
    assert "on hold since" in page_of(kept)
    kept.does("person archive ada")
    assert "archived" in page_of(kept)
    kept.does("person archive ada --undo")


def test_of_the_erased_only_a_stub_is_told(guidelog: Leader) -> None:
    guidelog.does('person add jo "Jo Castro"')
    guidelog.does('add jo "A word."')
    ((uid,),) = guidelog.asks("SELECT uid FROM people")
    guidelog.does("person erase jo --yes")

    guidelog.refused("person export jo")
    page = guidelog.does(f"person export {uid[-8:]}").out

    assert "Nothing is kept but a stub" in page
    assert "erased on 2026-11-20" in page.replace("\\", "")
    assert not re.search("Jo|Castro|A word", page)


def test_what_was_about_them_once_is_told_as_it_was_then(guidelog: Leader) -> None:
    for line in (
        'person add ada "Ada Okonkwo"',
        'person add ada-2 "Ada Okonkwo"',
        'add ada-2 "The rota."',
        "person join ada ada-2",
    ):
        guidelog.does(line)

    told = json.loads(guidelog.does("person export ada-2 --format json").out)
    talk = entry(told, "s1")

    assert talk["now"] is None
    assert talk["versions"][0]["set"]["note"] == "The rota."
    assert entry(as_json(guidelog), "s1")["now"]["note"] == "The rota."


CAST = {"bo": "Bo Nilsson", "li": "Li Wei", "mira": "Mira Haddad"}
WORDS = st.sampled_from(
    [*CAST, *CAST.values(), "NILSSON", "Wei's", "#mira", "spoke", "Ada", "left,", "…"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TYPED = st.sampled_from(
    [
        ("add ada", "--agreed", "--about", "--place"),
        ("add ada,bo", "--agreed"),
        ("add li,ada", "--present"),
        ("observe ada", "--situation", "--told-by", "--their-words"),
        ("raise ada",),
        ("goal add ada", "--milestone"),
        ("next ada",),
        ("assess ada --excellence 2", "--area"),
        ("add bo",),
        ("observe mira",),
    ]
)
CHANGED = st.sampled_from(["edit last --text", "delete last --yes --reason"])


@pytest.mark.ordeal
@searching(5)
@given(st.data())
def test_no_other_person_stands_in_the_file_of_a_random_journal(
    data: st.DataObject,
) -> None:
    leader = Leader(make_home())
    leader.does('person add ada "Ada Okonkwo"')
    for handle, name in CAST.items():
        leader.does(f'person add {handle} "{name}"')
    leader.does("add ada begun")
    for line, *options in data.draw(st.lists(TYPED, min_size=1, max_size=5)):
        chosen = [part for one in options for part in (one, data.draw(TEXTS))]
        # a text that begins with the rest of the name would be asked about
        leader.does(line, *chosen, "--", f"With {data.draw(TEXTS)}")
    if data.draw(st.booleans()):
        leader(data.draw(CHANGED), data.draw(TEXTS))

    names = {word for one in (*CAST, *CAST.values()) for word in one.lower().split()}
    for told in (
        leader.does("person export ada"),
        leader.does("person export ada --json"),
    ):
        left = set(re.findall(r"[^\W_]+", told.out.lower()))
        assert left.isdisjoint(names)
    assert "Ada" in told.out
