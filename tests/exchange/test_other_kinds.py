"""Goals, commitments and observations of other programs, linked where they can be."""

import pytest

from exchange.test_importing import look, put
from leading import Leader


def brings(leader: Leader, text: str, name: str = "table.csv") -> None:
    """Take over a table."""
    leader.does("import --yes", str(put(leader, text, name)))
    leader.verifies()


def test_goals_come_with_their_scale(guidelog: Leader) -> None:
    brings(
        guidelog,
        "Goal,Person,Opened,Baseline,Target,Unit,Due\n"
        "Lead reviews,Ada,2026-03-01,0,6,reviews,2026-12-31\n"
        "Speak up,Ada,2026-03-01,,,,\n",
    )

    first, second = guidelog.rows("goals")
    assert (first["scale"], first["target"], first["unit"]) == (
        "numeric",
        "6",
        "reviews",
    )
    assert (second["title"], second["scale"]) == ("Speak up", None)
    guidelog.does("goal progress g1 3")
    assert guidelog.row("goals", "g1")["progress"] == 0.5


def test_a_closed_goal_stays_closed(guidelog: Leader) -> None:
    brings(
        guidelog,
        "title,person,opened_on,target,state,closed_on\n"
        "Lead,Ada,2026-03-01,6,Completed,2026-06-01\n",
    )

    row = guidelog.row("goals", "g1")
    assert (row["state"], row["closed_on"]) == ("achieved", "2026-06-01")


def test_a_talk_names_a_goal_by_its_title(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("goal add ada 'Lead reviews' --baseline 0 --target 6")
    text = "date,name,min,goal\n2026-03-01,Ada,3,lead reviews\n2026-03-02,Ada,3,Fly\n"

    answer = guidelog.does("import --yes", str(put(guidelog, text)))

    assert [row["goals"] for row in guidelog.rows("sessions")] == ["g1", None]
    assert "a goal named there is not in these files" in answer.out


@pytest.mark.parametrize(
    ("row", "owner", "person", "state"),
    [
        ("Send it,me,Ada,2026-04-01,open", "me", "ada", "open"),
        ("Send it,Ada,,2026-04-01,done", "ada", "ada", "done"),
        ("Send it,,Ada,2026-04-01,dropped", "ada", "ada", "dropped"),
        ("Send it,me,,2026-04-01,", "me", None, "open"),
    ],
)
def test_commitments_know_whose_they_are(
    guidelog: Leader, row: str, owner: str, person: str, state: str
) -> None:
    brings(guidelog, f"what,owner,person,due,state,date\n{row},2026-03-01\n")

    said = guidelog.row("commitments", "c1")
    assert (said["owner"], said["person"], said["state"]) == (owner, person, state)
    assert said["due_on"] == "2026-04-01"


def test_a_commitment_of_somebody_else_is_left_out_and_told(guidelog: Leader) -> None:
    text = (
        "what,owner,person,date\nSend it,Priya,Ada,2026-03-01\nSend it,,,2026-03-01\n"
    )

    answer = guidelog.does("import", str(put(guidelog, text)))

    assert "who will do it was not in the talk" in answer.out
    assert "it names nobody" in answer.out
    assert "nothing new" in answer.out


def test_observations_keep_their_marks_and_words(guidelog: Leader) -> None:
    brings(
        guidelog,
        "date,person,observation,standard,impact\n"
        "2026-03-01,Ada,No list again #rota,off track,Two reopened\n",
    )

    row = guidelog.row("observations", "o1")
    assert (row["text"], row["tags"]) == ("No list again #rota", "rota")
    assert (row["standard"], row["impact"]) == ("off-track", "Two reopened")
    assert row["visibility"] == "record"


def test_an_observation_is_about_one_person(guidelog: Leader) -> None:
    text = "date,person,observation,standard\n2026-03-01,Ada & Bo,No list,met\n"

    assert "one person, not 2" in guidelog.refused(
        "import --yes", str(put(guidelog, text)), code=1
    )


def test_people_come_with_all_that_is_said_of_them(guidelog: Leader) -> None:
    brings(
        guidelog,
        "Name,Short name,Relationship,Role,Team,Email,Start date\n"
        "Ada Okonkwo,ao,coachee,engineer,Ops,a@example.org,2025-03-01\n"
        "Bo Nilsson,,staff,,,,\n",
    )

    ada, bo = guidelog.rows("people")
    assert (ada["handle"], ada["relation"], ada["role"]) == ("ao", "client", "engineer")
    assert (ada["contact"], ada["since"]) == ("a@example.org", "2025-03-01")
    assert (bo["handle"], bo["relation"]) == ("bo", "report")


def test_people_who_are_there_are_left_as_they_are(guidelog: Leader) -> None:
    guidelog.does("person add ada 'Ada Okonkwo' --role engineer")
    path = put(guidelog, "handle,name,role\nada,Ada O.,manager\n,Ada Okonkwo,pilot\n")

    seen = look(guidelog, str(path))

    assert (seen["new"], seen["filled"]) == ({}, [])
    assert seen["differing"] == [
        {"handle": "ada", "fields": ["name", "role"]},
        {"handle": "ada", "fields": ["role"]},
    ]


def test_a_handle_that_is_written_goes_before_a_name_that_could_be_one(
    guidelog: Leader,
) -> None:
    path = put(guidelog, "handle,name\nao,ada\n")

    guidelog.does("import --yes", str(path))

    assert guidelog.row("people", "ao")["name"] == "ada"


def test_files_that_speak_of_each_other_are_read_in_their_order(
    guidelog: Leader,
) -> None:
    folder = guidelog.home / "all"
    put(guidelog, "date,person,minutes\n2026-03-01,ada,30\n", "all/a-talks.csv")
    put(guidelog, "handle,name\nada,Ada Okonkwo\n", "all/z-people.csv")

    guidelog.does("import --yes", str(folder))

    assert guidelog.row("people", "ada")["name"] == "Ada Okonkwo"


def test_what_we_export_of_commitments_and_observations_comes_back(
    guidelog: Leader,
) -> None:
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("next ada 'me: send it by 2026-12-01'")
    guidelog.does("next ada 'read it'")
    guidelog.does("done c2")
    guidelog.does("observe ada 'No list' --off-track --noticed self")
    before = {view: guidelog.rows(view) for view in ("commitments", "observations")}
    files = [str(guidelog.home / f"{view}.csv") for view in before]
    for view, file in zip(before, files, strict=True):
        guidelog.does(f"export {view} -o", file)
    second = Leader(guidelog.home / "second")
    second.home.mkdir()

    second.does("import --yes", *files)

    same = ("owner", "person", "what", "due_on", "done_on", "state", "text", "standard")
    for view, rows in before.items():
        kept = [[row[name] for name in same if name in row] for row in rows]
        now = [[row[name] for name in same if name in row] for row in second.rows(view)]
        assert now == kept
