"""Notes as leaders keep them: every file of the folder comes in as told beside it."""

import re
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guidelog.exchange.found import Found, Someone, Unread, Wishes
from guidelog.exchange.one_to_ones.lines import scan
from guidelog.exchange.one_to_ones.reading import is_one_to_ones, read_one_to_ones
from guidelog.exchange.opening import Opened
from ordeal import searching

SAMPLES = Path(__file__).with_name("one_to_ones")
NOW = datetime.fromisoformat("2026-11-23T12:00:00+01:00")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELOG_NOW", NOW.isoformat())
    monkeypatch.delenv("TZ", raising=False)


def read(
    *files: Path, leader: str = "Mira Haddad", known: tuple[Someone, ...] = ()
) -> list[Found | Unread]:
    wishes = Wishes(now=NOW, leader=leader, known=known)
    return [
        one
        for file in sorted(files)
        for one in read_one_to_ones(Opened(file, file.name), wishes)
    ]


def told(found: list[Found | Unread]) -> dict[str, list[dict[str, Any]]]:
    """What was found in the words of the expected outcome."""
    talks: list[dict[str, Any]] = []
    unread: list[dict[str, Any]] = []
    for one in found:
        if isinstance(one, Unread):
            unread.append({"line": one.place.line, "text": one.text})
        elif one.kind == "session":
            when = {"when": str(one.moment), "people": list(one.people)}
            talks.append(when | dict(one.fields) | {"commitments": []})
        else:
            names = {"due_on": "due", "done_on": "done"}
            item = {names.get(name, name): said for name, said in one.fields.items()}
            remark = {"remark": True} if one.remark else {}
            talks[-1]["commitments"].append(item | remark)
    return {"talks": talks, "unread": unread}


def expected(folder: Path) -> tuple[dict[str, Any], str]:
    said = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    leader = said.pop("leader", "Mira Haddad")
    talks = said.get("talks", [])
    for talk in talks:
        talk.setdefault("commitments", [])
    unread = sorted(said.get("unread", []), key=lambda one: str(one["line"]))
    return {"talks": talks, "unread": unread}, leader


@pytest.mark.parametrize("name", sorted(one.name for one in SAMPLES.iterdir()))
def test_notes_come_in_whole_in_every_spelling(name: str) -> None:
    folder = SAMPLES / name
    wanted, leader = expected(folder)
    found = told(read(*folder.rglob("*.md"), leader=leader))
    found["unread"].sort(key=lambda one: str(one["line"]))
    assert found == wanted


LINES = st.sampled_from(
    [
        "",
        "",
        "text {}",
        "text {}",
        "- point {}",
        "  - further in {}",
        "\tmore of it {}",
        "- [ ] task {} @ada",
        "- [x] task {} by Friday",
        "  - [ ] task {} → me",
        "- [ ] task {} @priya",
        "1. [ ] Ada: task {} (due 13 Mar)",
        "☐ task {}",
        "• Ada: point {}",
        "## 2026-03-10",
        "## 2026-03-03 {}",
        "### [2026-03-01] (45 min)",
        "# 1:1 Ada / Mira - March 3, 2026",
        "# 1:1 Bo / {}",
        "## 1:1 Li",
        "## 03/04/2026 {}",
        "## 17. März 2026",
        "## 10 March",
        "# 2026",
        "# {}",
        "## Next steps",
        "## Heading {}",
        "### Heading {}",
        "Action items:",
        "**2026-02-03** {}",
        "**Label {}**",
        "2026-02-04",
        "2026-02-05: text {}",
        "- [[2026-02-06]] {}",
        "Title {}",
        "=====",
        "---",
        "***",
        "```",
        "~~~ {}",
        "    indented {}",
        "> quote {}",
        "| cell {} | cell |",
        "<!-- remark {}",
        "over {} -->",
        "Date: 2026-03-10",
        "Attendees: Ada, Mira",
        "Attendees: Ada, Name {}",
        "**Duration:** 30 min",
        "Tags: {}",
        "Place: {}",
        "Status: {}",
        "title: {}",
        "people:",
        "  - Person {}",
        "duration: 30 {}",
    ]
)
NAMES = st.sampled_from(
    ["ada.md", "notes.md", "2026-03-10.md", "1-1 Bo.md", "2025.md", "Li Wei 3 May.md"]
)


def count_marks(found: list[Found | Unread]) -> Counter[str]:
    marks: Counter[str] = Counter()
    sessions = {one.key: one for one in found if isinstance(one, Found)}
    for one in found:
        if isinstance(one, Unread):
            said = one.text
        else:
            names = one.people if one.kind == "session" else ()
            said = " ".join([*map(str, one.fields.values()), *names])
        marks.update(re.findall(r"w\d+w", said, re.IGNORECASE))
    assert len(sessions) == sum(isinstance(one, Found) for one in found)
    return marks


@searching(100)
@given(
    name=NAMES, lines=st.lists(LINES, max_size=24), leader=st.sampled_from(["", "Mira"])
)
def test_every_word_is_in_one_place_and_in_no_other(
    tmp_path_factory: pytest.TempPathFactory, name: str, lines: list[str], leader: str
) -> None:
    file = tmp_path_factory.getbasetemp() / name
    texts = [line.format(f"W{n}w") for n, line in enumerate(lines)]
    file.write_text("\n".join(texts), "utf-8")
    marks = count_marks(read(file, leader=leader))
    wanted = {mark for text in texts for mark in re.findall(r"W\d+w", text)}
    # the person a file is named after, and the people of all its talks, are each said
    # once in it and then of every talk
    shared = {
        m for text in texts for m in re.findall(r"W\d+w", text) if is_shared(text)
    }
    # where the leader's name is not set, one of two may turn out to be the leader
    assert wanted - {*marks} <= (set() if leader else shared)
    assert {*marks} <= wanted
    assert {mark: n for mark, n in marks.items() if n > 1 and mark not in shared} == {}


def is_shared(text: str) -> bool:
    return text.startswith(("Attendees:", "  - Person", "# W", "# 1:1", "Title"))


def keys(folder: Path, text: str) -> dict[str, str]:
    """The key of each session, by its note."""
    file = folder / "ada.md"
    file.write_text(text, "utf-8")
    found = [one for one in read(file) if isinstance(one, Found)]
    return {
        str(one.fields["note" if one.kind == "session" else "what"]): one.key
        for one in found
    }


GROWN = {
    "newest first": (
        "## 2026-03-10\nlate\n- [ ] one\n## 2026-03-10\nearly\n## 2026-03-03\nolder\n",
        "## 2026-03-17\nnew\n## 2026-03-10\nlater still\n{}",
    ),
    "oldest first": (
        "## 2026-03-03\nolder\n## 2026-03-10\nearly\n- [ ] one\n## 2026-03-10\nlate\n",
        "{}## 2026-03-10\nlater still\n## 2026-03-17\nnew\n",
    ),
}


@pytest.mark.parametrize("order", GROWN)
def test_what_was_there_keeps_its_key_when_the_file_grows(
    order: str, tmp_path: Path
) -> None:
    text, grown = GROWN[order]
    before, after = keys(tmp_path, text), keys(tmp_path, grown.format(text))
    assert {note: after[note] for note in before} == before
    assert len(set(after.values())) == len(after) == len(before) + 2


def test_another_length_word_or_box_in_a_talk_changes_no_key(tmp_path: Path) -> None:
    before = keys(tmp_path, "## 2026-03-10\nnote\n- [ ] first\n- [ ] second\n")
    changed = "## 2026-03-10 (45 min)\nnote\n- [ ] new\n- [x] first\n- [ ] second @me\n"
    after = keys(tmp_path, changed)
    assert {what: after[what] for what in before} == before


def test_of_two_people_one_must_be_known_to_be_the_leader(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("# 1:1 Ada / Mira - March 3, 2026\nShort.\n", "utf-8")
    (unread,) = read(file, leader="")
    assert isinstance(unread, Unread)
    assert "names Ada and Mira, not which is you" in unread.why
    assert unread.text == "# 1:1 Ada / Mira - March 3, 2026\nShort."
    (found,) = read(file, leader="", known=(Someone("ada", "Ada Okonkwo", ""),))
    assert isinstance(found, Found)
    assert found.people == ("Ada",)


CODE = st.sampled_from(
    [
        "```",
        "```py",
        "````",
        "~~~",
        "~~~~",
        "# heading",
        "- [ ] box",
        "text",
        "",
        "    ",
    ]
)


@searching(75)
@given(st.lists(CODE, max_size=12))
def test_what_markdown_takes_for_code_holds_no_heading(texts: list[str]) -> None:
    tokens = MarkdownIt().parse("\n".join(texts))
    fences = [token.map for token in tokens if token.type == "fence" and token.map]
    lines = scan(texts)
    for start, end in fences:
        # one that is never closed is no code here, or all later talks would be in it
        if not is_closed(texts[start:end]):
            break
        assert {line.kind for line in lines[start:end]} == {"code"}


def is_closed(texts: list[str]) -> bool:
    opening = re.match("`+|~+", texts[0].strip())
    mark = opening[0] if opening else "-"
    return len(texts) > 1 and bool(re.fullmatch(f" *{mark}{mark[0]}* *", texts[-1]))


def test_notes_are_known_by_their_signs_and_other_text_is_not(tmp_path: Path) -> None:
    for file in SAMPLES.rglob("*.md"):
        is_told = is_one_to_ones(Opened(file, file.name))
        assert is_told or file.parent.parent.name == "28"
    for text in ("date,person\n2026-03-10,ada\n", "Just text.\n", ""):
        file = tmp_path / "file"
        file.write_text(text, "utf-8")
        assert not is_one_to_ones(Opened(file, file.name))
