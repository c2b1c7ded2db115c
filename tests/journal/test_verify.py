"""Verify: what was changed behind the program's back is named."""

import pytest

from guidelog.journal.tables import KINDS, table_name
from guidelog.words import LETTERS
from leading import Leader


def _findings(leader: Leader) -> str:
    answer = leader("verify")
    assert answer.code == 3, answer.out
    return answer.out


def _unlock(leader: Leader) -> None:
    """Take away the triggers that keep the log as it is."""
    asked = (
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (?,?,?)"
    )
    for (name,) in leader.asks(asked, "change", "revision", "revision_text"):
        leader.tampers(f'DROP TRIGGER "{name}"')


def test_a_journal_is_as_it_was_written(begun: Leader) -> None:
    begun.verifies()


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_was_altered_is_named(begun: Leader, kind: str) -> None:
    table = table_name(kind)
    asked = f"SELECT coalesce(id, uid) FROM entry JOIN {table} USING (uid) ORDER BY n"
    name = str(begun.asks(asked)[0][0])
    begun.tampers(
        f"UPDATE {table} SET recorded_at = '2020-01-01T00:00:00+00:00' WHERE uid = "
        f"(SELECT uid FROM entry JOIN {table} USING (uid) ORDER BY n LIMIT 1)"
    )
    assert f"{name}  what stands is not what the log says" in _findings(begun)


@pytest.mark.parametrize("kind", [*LETTERS, "step", "move", "hold", "action"])
def test_a_row_that_was_taken_away_is_named(begun: Leader, kind: str) -> None:
    table = table_name(kind)
    asked = f"SELECT coalesce(id, uid) FROM entry JOIN {table} USING (uid) ORDER BY n"
    name = str(begun.asks(asked)[0][0])
    begun.tampers(
        f"DELETE FROM {table} WHERE uid = "
        f"(SELECT uid FROM entry JOIN {table} USING (uid) ORDER BY n LIMIT 1)"
    )
    assert name in _findings(begun)


def test_a_link_that_was_cut_is_named(begun: Leader) -> None:
    begun.tampers("DELETE FROM link WHERE role = 'tags' AND word = 'rota'")
    assert "s2  what stands is not what the log says" in _findings(begun)


def test_a_row_that_nobody_wrote_is_named(begun: Leader) -> None:
    begun.tampers(
        "INSERT INTO link (uid, role, n, word) SELECT uid, 'tags', 9, 'spy' FROM topic"
    )
    assert "t1  what stands" in _findings(begun)


@pytest.mark.parametrize(
    ("alter", "named"),
    [
        (
            "UPDATE change SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 5",
            "its hash",
        ),
        ("UPDATE change SET device = 'other' WHERE seq = 5", "its hash"),
        ("UPDATE change SET parents = '' WHERE seq = 5", "its hash"),
        ("UPDATE revision SET about = '' WHERE id = 9", "its hash"),
        ("UPDATE revision SET operation = 'delete' WHERE id = 9", "its hash"),
        ("DELETE FROM change WHERE seq = 5", "a change it builds on is missing"),
    ],
)
def test_an_altered_log_is_named(begun: Leader, alter: str, named: str) -> None:
    _unlock(begun)
    begun.tampers("PRAGMA foreign_keys=OFF", alter)
    assert named in _findings(begun)


def test_words_changed_in_the_log_no_longer_fit_their_seal(begun: Leader) -> None:
    _unlock(begun)
    begun.tampers(
        "UPDATE revision_text SET payload = '\"kinder words\"' WHERE part = 'observed'"
    )
    assert "r1  the observed kept in the log is not what was sealed" in _findings(begun)


def test_words_that_are_missing_from_the_log_are_named(begun: Leader) -> None:
    begun.tampers("DELETE FROM revision_text WHERE part = 'observed'")
    assert "r1  words are missing from the log" in _findings(begun)


def test_words_taken_back_on_purpose_are_not_missing(begun: Leader) -> None:
    begun.does("redact s1 --reason 'a patient' --yes")
    begun.verifies()


@pytest.mark.parametrize(
    ("alter", "named"),
    [
        ("DROP VIEW timeline", "view timeline  it is missing"),
        (
            "CREATE VIEW kinder AS SELECT * FROM person",
            "view kinder  it is not part of a journal",
        ),
        ("DROP TRIGGER text_u", "trigger text_u  it is missing"),
        ("DROP INDEX revision_kind", "index revision_kind  it is missing"),
        (
            "CREATE TRIGGER spy AFTER INSERT ON topic BEGIN DELETE FROM topic; END",
            "trigger spy  it is not part of a journal",
        ),
        ("ALTER TABLE topic ADD COLUMN more TEXT", "table topic  it is not as"),
        ("ALTER TABLE hold RENAME TO held", "table hold  it is missing"),
        ("DROP TABLE revision_text", "log  it can't be read"),
    ],
)
def test_a_shape_that_was_altered_is_named(
    begun: Leader, alter: str, named: str
) -> None:
    begun.tampers("PRAGMA legacy_alter_table=ON", alter)
    assert named in _findings(begun)


def test_a_view_that_shows_something_else_is_named(begun: Leader) -> None:
    begun.tampers(
        "DROP VIEW topics",
        "DROP VIEW steps",
        "CREATE VIEW topics AS SELECT * FROM topic",
        "CREATE VIEW steps AS SELECT nowhere FROM step",
    )
    found = _findings(begun)
    assert "view topics  it is not as it was made" in found
    assert "view steps  it can't be read" in found
    assert "view topics  it can't" not in found


WORDS_OF = "entry.n, {words} FROM wording JOIN entry USING (n) WHERE id = '{id}'"


def test_an_entry_that_search_would_miss_or_make_up_is_named(begun: Leader) -> None:
    told = f"INSERT INTO found (found, rowid, words) SELECT 'delete', {WORDS_OF}"
    untold = f"INSERT INTO found (rowid, words) SELECT {WORDS_OF}"
    begun.tampers(
        told.format(words="words", id="s1"),
        told.format(words="words", id="o1"),
        untold.format(words="'no list on Monday'", id="o1"),
        "INSERT INTO found (rowid, words) VALUES (9999, 'what was taken back')",
    )
    found = _findings(begun)
    for id_ in ("s1", "o1"):
        assert f"{id_}  search finds it by other words than it holds" in found
    assert "row 9999 of the search index  search finds words that stand" in found
    assert "s2 " not in found
    assert "t1 " not in found


def test_a_search_index_that_can_not_be_read_is_named(begun: Leader) -> None:
    begun.tampers("UPDATE found_data SET block = x'00' WHERE id > 10")
    assert "search index  it can't be read" in _findings(begun)


@pytest.mark.parametrize(
    ("alter", "named"),
    [
        ("DELETE FROM head", "heads  they are not the newest changes"),
        ("INSERT INTO head VALUES (1)", "heads  they are not the newest changes"),
        ("INSERT INTO erased SELECT uid FROM person WHERE handle = 'bo'", "person "),
        ("DELETE FROM erased", "erased, or not, as nobody said"),
    ],
)
def test_what_follows_from_the_log_is_checked(
    begun: Leader, alter: str, named: str
) -> None:
    begun.does("person erase ada --yes")
    begun.tampers(alter)
    assert named in _findings(begun)


def test_an_entry_without_a_number_is_named(begun: Leader) -> None:
    (uid,) = begun.asks("SELECT uid FROM topic")[0]
    begun.tampers("PRAGMA foreign_keys=OFF", f"DELETE FROM entry WHERE uid = '{uid}'")
    assert f"topic {uid}  it has no number" in _findings(begun)


def test_an_entry_with_another_letter_is_named_by_its_id(begun: Leader) -> None:
    begun.tampers(
        "UPDATE goal SET title = 'Another aim' WHERE title = 'Lead the review'"
    )
    assert _findings(begun).startswith("g1  ")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET device = 'other' WHERE seq = 1",
        "DELETE FROM change WHERE seq = 1",
        "INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 1",
        "UPDATE revision SET about = '' WHERE id = 1",
        "DELETE FROM revision WHERE id = 1",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision WHERE id = 1",
        "UPDATE revision_text SET payload = '' WHERE revision = 1",
        "INSERT OR REPLACE INTO revision_text SELECT * FROM revision_text LIMIT 1",
    ],
)
def test_the_log_defends_itself(begun: Leader, statement: str) -> None:
    with pytest.raises(Exception, match="log"):
        begun.tampers("PRAGMA recursive_triggers=ON", statement)


def test_a_head_that_was_printed_stays_in_the_journal(begun: Leader) -> None:
    (head,) = begun.asks("SELECT hash FROM change ORDER BY seq DESC LIMIT 1")[0]
    begun.does("raise ada 'the rota'")
    begun.does(f"verify --head {head[:16]}")
    begun.does(f"verify --head {head[:16].upper()}")
    assert "no change" in begun.refused(f"verify --head {'0' * 16}", code=1)
    assert "16 or more" in begun.refused(f"verify --head {head[:8]}", code=1)


def test_verify_names_the_newest_change(begun: Leader) -> None:
    (head,) = begun.asks("SELECT hash FROM change ORDER BY seq DESC LIMIT 1")[0]
    answer = begun.does("verify")
    assert head[:16] in answer.out + answer.err
    assert str(begun.changes()) in answer.out + answer.err


def test_findings_as_json(begun: Leader) -> None:
    begun.tampers("UPDATE topic SET what = 'something else'")
    answer = begun("verify --json")
    assert answer.code == 3
    assert '"what": "t1"' in answer.out
