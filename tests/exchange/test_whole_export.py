"""The whole journal in a folder: readable without guidelog, always the same bytes."""

import csv
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from exchange.test_for_others import write_a_month
from guidelog.exchange import whole_export
from guidelog.exchange.read_me import ROWS
from guidelog.lookback.reading import COLUMNS
from leading import Leader, make_home


@pytest.fixture(scope="module")
def written() -> Leader:
    """The month of one leader, with somebody in the archive."""
    leader = write_a_month(Leader(make_home()))
    leader.does('person add ada "Ada Okonkwo"')
    leader.does('add ada,bo "=1+1 is a formula"')
    leader.does("person archive ada")
    return leader


@pytest.fixture(scope="module")
def folder(written: Leader) -> Path:
    """What the leader takes along."""
    written.does(f"export all -o {written.home}/whole")
    return written.home / "whole"


@pytest.fixture(scope="module")
def for_others(written: Leader) -> Path:
    """What the leader hands on."""
    written.does(f"export all -o {written.home}/others --for others")
    return written.home / "others"


def files_of(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by name."""
    found = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


def test_every_view_the_log_and_a_page_a_person_are_there(folder: Path) -> None:
    views = {f"{view}.csv" for view in COLUMNS}
    rest = {"log.jsonl", "README.md", "contents.json", "people/ada.md", "people/bo.md"}

    assert set(files_of(folder)) == views | rest


def test_each_table_is_what_its_view_exports(written: Leader, folder: Path) -> None:
    for view in COLUMNS:
        exported = written.does(f"export {view}").out
        assert (folder / f"{view}.csv").read_text("utf-8") == exported
    assert (folder / "log.jsonl").read_text("utf-8") == written.does("export log").out


def test_two_exports_of_one_journal_are_the_same_bytes(
    written: Leader, folder: Path
) -> None:
    first = files_of(folder)
    written.at("2027-03-01T09:00:00+01:00")
    written.does(f"export all -o {folder}")
    written.at("2026-11-20T12:00:00+01:00")

    assert files_of(folder) == first


def test_only_the_leader_can_read_it(folder: Path) -> None:
    modes = {one.stat().st_mode & 0o777 for one in [folder, *folder.rglob("*")]}

    assert (folder.stat().st_mode & 0o777, modes) == (0o700, {0o600, 0o700})


def test_the_read_me_says_what_every_file_and_column_is(folder: Path) -> None:
    page = (folder / "README.md").read_text("utf-8")

    assert set(ROWS) == set(COLUMNS)
    for view, columns in COLUMNS.items():
        _, _, table = page.partition(f"### {view}.csv\n")
        told = re.findall(r"^- `(\w+)`: .+$", table.partition("###")[0], re.MULTILINE)
        assert told == list(columns)


def test_the_contents_count_the_rows(folder: Path) -> None:
    told = json.loads((folder / "contents.json").read_text("utf-8"))

    assert told["for"] == "me"
    for name in files_of(folder):
        if name.endswith(".csv"):
            with (folder / name).open(encoding="utf-8", newline="") as stream:
                assert told["files"][name]["rows"] == len(list(csv.reader(stream))) - 1
    assert {*told["files"], "contents.json"} == set(files_of(folder))


def test_pages_hold_private_words_and_full_names(folder: Path) -> None:
    page = (folder / "people" / "bo.md").read_text("utf-8")

    assert "To myself." in page
    assert "Prepared" not in page
    assert "is a formula" in (folder / "people" / "ada.md").read_text("utf-8")


def test_for_others_nothing_is_private_or_untold(for_others: Path) -> None:
    files = files_of(for_others)
    everything = b"".join(files.values()).decode()

    for hidden in ("To myself", "Unseen slip", "Own memory", "Again no", "Said no"):
        assert hidden not in everything
    for hidden in ("Waited", "ask Mira", "Kept apart", "Spoke", "formula"):
        assert hidden not in everything
    assert {"log.jsonl", "texts.csv", "history.csv"}.isdisjoint(files)
    assert b"without what was private" in files["README.md"]


def test_for_others_a_page_tells_what_the_person_knows(for_others: Path) -> None:
    page = (for_others / "people" / "bo.md").read_text("utf-8")

    for told in ("The rota.", "Told by hand", "Fell out", "hand in the plan"):
        assert told in page
    assert "Guidance not taken up" in page
    assert "Every version" not in page


def test_a_folder_with_anything_else_in_it_is_left_alone(
    written: Leader, tmp_path: Path
) -> None:
    own = tmp_path / "whole"
    written.does(f"export all -o {own}")
    (own / "people" / "mine.txt").write_text("my own", encoding="utf-8")

    said = written.refused(f"export all -o {own}")

    assert "holds other things" in said
    assert (own / "people" / "mine.txt").read_text("utf-8") == "my own"
    assert "is a journal" in written.refused(f"export all -o {written.journal}")


def test_an_empty_folder_and_an_earlier_export_are_replaced(
    written: Leader, tmp_path: Path
) -> None:
    (tmp_path / "whole").mkdir()
    written.does(f"export all -o {tmp_path}/whole")
    written.does(f"export all -o {tmp_path}/whole --for others")

    assert not (tmp_path / "whole" / "log.jsonl").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["whole"]


def test_a_failure_leaves_what_was_there(
    written: Leader, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    before = files_of(whole)

    def fail(*_: object) -> str:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(whole_export, "write_page", fail)
    said = written.refused(f"export all -o {whole}", code=1)

    assert "no room" in said or "full" in said
    assert files_of(whole) == before
    assert [one.name for one in tmp_path.iterdir()] == ["whole"]


def test_a_spreadsheet_is_warned_of_formulas_or_spared_them(
    written: Leader, tmp_path: Path
) -> None:
    warned = written.does(f"export all -o {tmp_path}/a")
    spared = written.does(f"export all -o {tmp_path}/b --excel-safe")

    assert "--excel-safe disarms them" in warned.err
    assert "disarms" not in spared.err
    assert "'=1+1" in (tmp_path / "b" / "sessions.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("export all", "-o FOLDER"),
        ("export all -o x --format csv", "--format don't go together"),
        ("export all -o x --columns", "--columns don't go together"),
        ("export all -o x --who bo", "can't be filtered by --who"),
    ],
)
def test_what_a_whole_export_has_no_use_for_is_refused(
    written: Leader, line: str, says: str
) -> None:
    assert says in written.refused(line)
