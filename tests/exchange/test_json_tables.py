"""Tables as JSON: what `export` writes as JSON or JSON lines comes in like CSV."""

import json
from pathlib import Path

import pytest

from exchange.test_importing import look, put, talks
from leading import Leader


@pytest.fixture
def begun(guidelog: Leader) -> Leader:
    """A leader with a person and two talks."""
    guidelog.does("person add ada 'Ada Okonkwo'")
    guidelog.does("add ada 'It is all right, \"ok\".' -t 30 -a listen")
    guidelog.does("add ada --unwritten")
    return guidelog


def second(leader: Leader) -> Leader:
    """The same leader with a new journal."""
    home = leader.home / "second"
    home.mkdir()
    return Leader(home)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_export_as_json_comes_in_as_its_csv_does(begun: Leader, form: str) -> None:
    for view in ("people", "sessions"):
        begun.does(f"export {view} --format {form} -o {begun.home}/{view}.{form}")
    other = second(begun)

    other.does(f"import --yes {begun.home}/sessions.{form} {begun.home}/people.{form}")

    assert talks(other) == talks(begun)
    assert other.row("people", "ada")["name"] == "Ada Okonkwo"
    assert [row["minutes"] for row in other.rows("sessions")] == [30, None]
    assert [row["unwritten"] for row in other.rows("sessions")] == ["false", "true"]
    other.verifies()


def test_rows_laid_out_by_another_program_are_read_with_their_lines(
    guidelog: Leader,
) -> None:
    rows = [{"date": "2026-03-03", "person": "Ada", "minutes": 30}]
    rows += [{"date": "soon", "person": "Ada", "minutes": None}]
    whole = {"format": 1, "entity": "sessions", "rows": rows}

    seen = look(guidelog, str(put(guidelog, json.dumps(whole, indent=1), "s.json")))

    assert "'spots': [{'file': 's.json', 'line': 10}]" in str(seen["remarks"])


def test_an_export_without_rows_brings_nothing(guidelog: Leader) -> None:
    empty = '{"format": 1, "entity": "sessions", "rows": [\n]}\n'
    assert look(guidelog, str(put(guidelog, empty, "s.json")))["new"] == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"date": "2026-03-03", "minutes": 3}\n{"date": "2026', "line 2: the JSON"),
        ('{"date": "2026-03-03", "minutes": 3}\n[]', "line 2: the JSON"),
        ('{"date": "2026-03-03", "minutes": 3}\n{"day": 1}', "line 2: the names"),
        ('{"date": "2026-03-03", "minutes": [3]}', "line 1: a cell holds more"),
        ('{"format": 1, "entity": "x", "rows": [', "line 1: the JSON is broken"),
        ('{"format": 1, "entity": "person-file"}', "can't tell what kind"),
        ('{"date": ' + "[" * 100_000, "can't tell what kind"),
    ],
)
def test_what_is_no_whole_table_is_refused_with_its_line(
    guidelog: Leader, text: str, says: str
) -> None:
    path = put(guidelog, text, "s.json")
    assert says in guidelog.refused("import --yes", str(path), code=1)


# --- files that can't be told ---------------------------------------------------------

SPANISH = "Fecha,Quien,Cuanto\n2026-03-03,Li,30\n"


def test_columns_of_names_nobody_knows_are_listed_to_be_mapped(
    guidelog: Leader,
) -> None:
    path = str(put(guidelog, SPANISH))

    said = guidelog.refused("import", path, code=1)

    assert "It has: Fecha, Quien, Cuanto." in said
    assert "--map when=COLUMN --map people=COLUMN" in said
    mapped = "import --yes --map when=Fecha --map people=Quien --map minutes=Cuanto"
    guidelog.does(mapped, path)
    assert talks(guidelog) == [("2026-03-03", "li", None)]


def test_one_column_that_is_said_is_enough_to_find_the_heading(
    guidelog: Leader,
) -> None:
    path = str(put(guidelog, SPANISH))
    seen = look(guidelog, "--map", "when=fecha", path)
    assert "not taken over" in str(seen["remarks"])


def test_rows_without_a_heading_are_not_shown_as_one(guidelog: Leader) -> None:
    path = str(put(guidelog, "2026-03-03,Li,She cried\n2026-03-04,Li,Again\n"))

    said = guidelog.refused("import --from csv", path, code=1)

    assert "cried" not in said
    assert "--map when=COLUMN" in said


def test_a_file_of_unknown_columns_does_not_stop_its_folder(guidelog: Leader) -> None:
    put(guidelog, SPANISH, "old/es.csv")
    put(guidelog, "date,person\n2026-03-03,ada\n", "old/talks.csv")

    seen = look(guidelog, str(guidelog.home / "old"))

    assert seen["new"] == {"session": 1, "person": 1}
    assert "no kind of file that I know" in str(seen["remarks"])


@pytest.mark.parametrize("options", ["", "--from csv", "--from json"])
def test_an_empty_file_is_said_to_be_empty(guidelog: Leader, options: str) -> None:
    path = str(put(guidelog, "\n", "none.csv"))
    said = guidelog.refused(f"import {options}", path, code=1)
    assert said == "guidelog: none.csv is empty.\n"


@pytest.mark.parametrize("path", [Path("-"), Path("/dev/null")])
def test_what_is_piped_in_has_to_be_a_file_first(guidelog: Leader, path: Path) -> None:
    said = guidelog.refused("import", str(path), code=1)
    assert f"{path} can't be used: what is piped in has to be saved" in said
