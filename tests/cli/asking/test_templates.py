"""Templates: a text to begin with, whose variables are filled and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.asking.conftest import Desk
from guidelog.cli.templates import fill_template
from terminals import ENTER

Editor = Callable[[str], dict[str, Any]]
SHOWN = 'cp "$1" "$HOME/seen"; echo "Said something." >> "$1"'


def add_template(desk: Desk, name: str, text: str) -> Path:
    folder = desk.leader.home / "config" / "guidelog" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def seen(desk: Desk) -> str:
    return (desk.leader.home / "seen").read_text().partition("\n---\n")[2]


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("grow", ("Goal:", "Reality:", "Options:", "Will:")),
        ("clear", ("Contract:", "Listen:", "Explore:", "Action:", "Review:")),
        ("oskar", ("Outcome:", "Scale:", "Know-how:", "Affirm and act:", "Review:")),
        ("sbi", ("Situation:", "Behaviour:", "Impact:")),
    ],
)
def test_a_talk_may_begin_with_a_template(
    desk: Desk, editor: Editor, name: str, questions: tuple[str, ...]
) -> None:
    opened = desk.opens("add", "ada", "--template", name, **editor(SHOWN))
    assert opened.ends() == 0
    text = seen(desk)
    assert "Ada Okonkwo, Fri 20 Nov" in text
    lines = text.splitlines()
    asked = [line for line in lines if line.startswith(questions)]
    assert len(asked) == len(questions)
    assert "{" not in text
    assert desk.leader.row("sessions", "s2")["note"].endswith("Said something.")


def test_variables_say_what_is_open(desk: Desk, editor: Editor) -> None:
    desk.leader.does('next ada "send the list" --owner me --due 2026-11-27')
    desk.leader.does('raise ada "the rota"')
    add_template(desk, "mine", "{open_goals}|{open_commitments}|{topics}|{other} {}")
    opened = desk.opens("add", "ada", "--template", "mine", **editor(SHOWN))
    assert opened.ends() == 0
    assert seen(desk).strip() == (
        "g1 Lead the incident review alone|c1 you: send the list, by Fri 27 Nov"
        "|t1 the rota|{other} {}"
    )


def test_an_own_template_stands_before_ours_and_may_set_lines(
    desk: Desk, editor: Editor
) -> None:
    add_template(desk, "grow", "---\nmode: mentoring\n---\nMy own way, {person}")
    opened = desk.opens("add", "ada", "--template", "grow", **editor(SHOWN))
    assert opened.ends() == 0
    row = desk.leader.row("sessions", "s2")
    assert row["mode"] == "mentoring"
    assert row["note"] == "My own way, Ada Okonkwo\nSaid something."


def test_without_a_person_the_template_waits_for_one(
    desk: Desk, editor: Editor
) -> None:
    opened = desk.opens("add", "--template", "sbi", **editor(SHOWN))
    assert opened.plays([("Whom did you talk with?", f"bo{ENTER}")]) == 0
    assert "Bo Nilsson, Fri 20 Nov" in seen(desk)


def test_a_template_left_as_it_is_saves_nothing(desk: Desk, editor: Editor) -> None:
    opened = desk.opens("add", "ada", "--template", "grow", **editor("true"))
    assert opened.ends() == 0
    assert "nothing changed, nothing saved." in opened.shown
    assert len(desk.leader.rows("sessions")) == 1


@pytest.mark.parametrize("name", ["grwo", "../secret", "/etc/passwd", ".hidden"])
def test_what_is_no_template_is_refused(desk: Desk, editor: Editor, name: str) -> None:
    desk.leader.home.joinpath("config", "guidelog").mkdir(parents=True, exist_ok=True)
    desk.leader.home.joinpath("config", "guidelog", "secret.md").write_text("secret")
    opened = desk.opens("add", "ada", f"--template={name}", **editor(SHOWN))
    assert opened.ends() == 2
    assert f'there is no template "{name}".' in opened.shown
    assert "clear, grow, oskar, sbi" in opened.shown


@given(
    st.text(max_size=40),
    st.dictionaries(st.from_regex(r"\w{1,6}", fullmatch=True), st.text(max_size=9)),
)
def test_filling_never_runs_or_loses_anything(
    text: str, values: dict[str, str]
) -> None:
    assert fill_template(text.replace("{", "("), values) == text.replace("{", "(")
    for name, value in values.items():
        assert fill_template(f"<{{{name}}}>", values) == f"<{value}>"
    assert (
        fill_template("{0.__class__} {person!r}", values) == "{0.__class__} {person!r}"
    )
