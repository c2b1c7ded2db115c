"""What a reviewer would ask for and not find, from the leader's side."""

import json
import shutil

import pytest

from leading import Leader

LATER = "2026-11-20T12:00:00+01:00"


def found(leader: Leader, line: str = "check") -> list[tuple[str, str]]:
    shown = json.loads(leader.does(f"{line} --json").out)
    return [(row["kind"], row["id"]) for row in shown["rows"]]


def test_nothing_is_missing_in_a_record_that_is_whole(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "Went through the outage." -t 45')
    answer = leader("check ada --exit-code")
    assert answer.code == 0
    assert "nothing is missing" in answer.out


def test_each_finding_says_where_what_and_how_to_mend_it(leader: Leader) -> None:
    leader.does('person add bo "Bo Nilsson"')
    leader.does('observe bo "Left two of five without the list" --off-track')
    answer = leader("check --exit-code")
    assert answer.code == 3
    (line,) = [line for line in answer.out.splitlines() if "o1" in line]
    assert line.startswith("  o1  bo · not yet told · Fri 20 Nov")
    assert line.endswith("guidelog share o1")
    leader.does("share o1")
    assert leader("check --exit-code").code == 0


def test_what_mends_a_finding_mends_it(leader: Leader) -> None:
    leader.at("2026-09-01T12:00:00+02:00")
    leader.does('person add bo "Bo Nilsson"')
    leader.does('goal add bo "Hand-overs" --baseline 8 --target 1')
    leader.does('goal add bo "Speak up" --levels --expected "Once a month"')
    leader.does('add bo "We spoke"')
    leader.does('resistance add bo "2 of 5 without" --expected "All five"')
    leader.at(LATER)
    assert found(leader) == [
        ("untold", "r1"),
        ("no attempt", "r1"),
        ("no entry", "g1"),
        ("no baseline", "g2"),
        ("no length", "s1"),
    ]
    leader.does('goal progress g1 6 "Counted"')
    leader.does('goal rate g2 -1 "Asked once"')
    leader.does('edit s1 --took 20 --reason "looked it up"')
    leader.does('resistance attempt r1 "Asked why" --response partly')
    assert found(leader) == []


def test_words_are_told_by_class_and_softly_only_on_record(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "She was often late" -t 30')
    leader.does('observe ada "She was often late" --good')
    leader.does('add ada "Always late" -t 30 --agreed "be on time soon"')
    assert found(leader) == [("absolute", "s2"), ("vague", "s2"), ("vague", "o1")]
    shown = json.loads(leader.does("check --json").out)["rows"]
    assert [row["mend"] for row in shown] == [
        'guidelog edit s2 --text "TEXT"',
        'guidelog edit s2 --agreed "TEXT"',
        'guidelog edit o1 --text "TEXT"',
    ]
    assert shown[0]["what"].startswith('"Always": say how often')


def test_another_persons_name_is_told_but_not_those_in_the_talk(
    leader: Leader,
) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add li "Li Wei"')
    leader.does('add ada,li "Ada showed Li the review" -t 30 --record')
    leader.does('observe ada "Helped Li Wei, call 0151 234 5678" --good')
    assert found(leader) == [("third-party", "o1")]


def test_what_never_belongs_there_is_mended_by_taking_it_back(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "Off sick since Monday" -t 30')
    (row,) = json.loads(leader.does("check --json").out)["rows"]
    assert (row["kind"], row["mend"]) == ("health", "guidelog redact s1 --reason WHY")


def test_a_firm_adds_its_own_words(leader: Leader) -> None:
    file = leader.home / "config" / "guidelog" / "wording.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[label]\nwords = ["sloppy"]', "utf-8")
    leader.does('person add ada "Ada Okonkwo"')
    warned = leader.does('add ada "Sloppy work" -t 30').err
    assert warned == 's1  "Sloppy" (label): say what was done or said\n'
    assert found(leader) == [("label", "s1")]


def test_entries_written_late_are_named_and_imported_ones_are_not(
    leader: Leader,
) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "one" -t 30 -w 2026-11-18')
    leader.does('add ada "two" -t 30 -w 2026-11-17')
    leader.does('add ada "three" -t 30 -w 2026-10-30')
    assert found(leader) == [("very late", "s3"), ("late", "s2")]
    assert "s3  ada · written 21 days later" in leader.does("check").out
    assert found(leader, "check --period 2026-10") == [("very late", "s3")]


def test_somebody_nobody_writes_about_is_named(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add li "Li Wei"')
    leader.does('add ada "Spoke" -t 30')
    assert found(leader) == [("never written about", "li")]
    assert found(leader, "check ada") == []


def test_a_group_talk_is_found_once(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('person add li "Li Wei"')
    leader.does('add ada,li "Spoke"')
    (row,) = json.loads(leader.does("check --json").out)["rows"]
    assert (row["kind"], row["people"]) == ("no length", "ada li")


def test_what_two_devices_changed_apart_is_named_until_the_next_edit(
    leader: Leader,
) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "Spoke" -t 30')
    other = leader.home / "other.db"
    shutil.copy(leader.journal, other)
    leader.does("edit s1 --about here")
    leader.does(f"edit s1 --about there --journal {other}")
    leader.does(f"merge {other}")
    assert found(leader) == [("apart", "s1")]
    assert found(leader, "check ada") == [("apart", "s1")]
    leader.does("edit s1 --about both")
    assert found(leader) == []


@pytest.mark.parametrize(
    ("here", "there", "apart"),
    [
        ("edit s1 --about here", "edit s1 --about there", True),
        ("edit s1 --about here", "redact s1 --field note --reason r --yes", True),
        ("tag rename rota roster", "edit s1 --about there", True),
        ("edit s1 --about here", "delete s1 --yes", True),
        ("delete s1 --yes", "delete s1 --yes", False),
        ("edit s1 --about here", "drop t1 no", False),
    ],
)
def test_merge_check_and_show_agree_on_what_was_changed_apart(
    leader: Leader, here: str, there: str, apart: bool
) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada "Spoke" -t 30 --tag rota')
    leader.does('raise ada "The plan"')
    other = leader.home / "other.db"
    shutil.copy(leader.journal, other)
    leader.does(here)
    leader.does(f"{there} --journal {other}")
    merged = "s1  changed on both devices" in leader.does(f"merge {other}").out
    checked = ("apart", "s1") in found(leader)
    shown = "Changed apart" in leader.does("show s1").out
    assert (merged, checked, shown) == (apart, apart, apart)


def test_a_filter_it_has_no_use_for_is_refused(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    assert "--tag" in leader.refused("check --tag x")
