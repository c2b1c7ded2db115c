"""One line for an entry that was just written: its id, whom, when and what."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from guidelog.dates import say_day, say_minutes
from guidelog.lookback import rows
from guidelog.measures.days import day_if_known
from guidelog.reports.amounts import say_amount
from guidelog.reports.phrases import (
    first_name,
    say_handing,
    say_known_day,
    say_level,
    say_rhythm,
)
from guidelog.words import RELATION_LABELS, STANDARD_LABELS

Names = Mapping[str, str]
Pieces = list[str | None]


def say_entry(row: rows.Row, names: Names, today: date) -> str:
    """Say what stands: `s118  ● Ada Okonkwo · Fri 20 Nov (today) · coaching`."""
    handle, pieces = _SAID[type(row)](row, names, today)
    said = [piece for piece in pieces if piece]
    return f"{handle:<5} {' · '.join(said)}"


def _person(row: rows.PersonRow, _names: Names, today: date) -> tuple[str, Pieces]:
    rhythm = say_rhythm(row.rhythm_days) if row.rhythm_days else None
    since = f"since {say_known_day(row.since, today)}" if row.since else None
    put_away = say_known_day(row.archived_on, today)
    archived = f"archived {put_away}" if put_away else None
    held = row.hold_since
    hold = f"on hold since {say_known_day(held, today)}" if held else None
    label = RELATION_LABELS[row.relation]
    said = [row.name, label, row.role, row.team, rhythm, since, hold, archived]
    return row.handle, said


def _session(row: rows.SessionRow, names: Names, today: date) -> tuple[str, Pieces]:
    people = ", ".join(names.get(one, one) for one in (row.people or "").split())
    return row.id, [
        f"● {people}",
        _when(row.occurred_at, today),
        row.mode,
        say_minutes(row.minutes) if row.minutes else None,
        row.goals,
        _tags(row.tags),
        "record" if row.visibility == "record" else None,
    ]


def _observation(
    row: rows.ObservationRow, names: Names, today: date
) -> tuple[str, Pieces]:
    return row.id, [
        f"◇ {names[row.person]}",
        _when(row.occurred_at, today),
        STANDARD_LABELS.get(row.standard or ""),
        _tags(row.tags),
        row.visibility,
    ]


def _goal(row: rows.GoalRow, names: Names, today: date) -> tuple[str, Pieces]:
    by = f"by {say_known_day(row.target_on, today)}" if row.target_on else None
    aim = say_amount(row.target, row.unit) if row.target else "?"
    distance = f"{row.baseline or '?'} → {aim}"
    state = row.state if row.state != "open" else None
    return row.id, [
        f"▲ {first_name(names[row.person])}: {row.title}",
        distance if row.scale == "numeric" else row.scale,
        by,
        state,
        row.visibility,
    ]


def _progress(row: rows.ProgressRow, names: Names, today: date) -> tuple[str, Pieces]:
    level = None if row.level is None else f"level {say_level(row.level)}"
    step = f"milestone {row.step}" if row.step is not None else None
    rater = f"rated by {names[row.person]}" if row.rater == "self" else None
    return row.id, [
        f"▲ {row.goal} {row.value or level or step}",
        names[row.person],
        _when(row.occurred_at, today),
        rater,
        row.visibility,
    ]


def _resistance(
    row: rows.ResistanceRow, names: Names, today: date
) -> tuple[str, Pieces]:
    look = f"look again {say_known_day(row.follow_up_on, today)}"
    return row.id, [
        f"◆ {names[row.person]}",
        _when(row.occurred_at, today),
        row.label,
        row.status,
        look if row.follow_up_on else None,
        row.visibility,
    ]


def _attempt(row: rows.AttemptRow, names: Names, today: date) -> tuple[str, Pieces]:
    look = row.next_follow_up_on or row.follow_up_on
    return row.id, [
        f"↳ {row.resistance} {names[row.person]}",
        _when(row.occurred_at, today),
        f"answer: {row.response}",
        f"result: {row.result}" if row.result else None,
        f"look again {say_known_day(look, today)}" if look else None,
        row.visibility,
    ]


def _move(row: rows.MoveRow, _names: Names, today: date) -> tuple[str, Pieces]:
    to_whom = f"to {row.to_whom}" if row.to_whom else None
    return row.resistance, [
        f"◆ {row.from_status} → {row.to_status}",
        _when(row.occurred_at, today),
        to_whom,
        row.stage,
    ]


def _commitment(
    row: rows.CommitmentRow, names: Names, today: date
) -> tuple[str, Pieces]:
    owner = "you" if row.owner == "me" else first_name(names.get(row.owner, row.owner))
    by = f", by {say_known_day(row.due_on, today)}" if row.due_on else ""
    done = f"done {say_known_day(row.done_on, today)}" if row.done_on else None
    state = done or (row.state if row.state != "open" else None)
    mark = {"done": "✓", "dropped": "×"}.get(row.state, "○")
    return row.id, [f"{mark} {owner}: {row.what}{by}", state, row.visibility]


def _topic(row: rows.TopicRow, names: Names, _today: date) -> tuple[str, Pieces]:
    state = row.state if row.state != "open" else None
    visible = "record" if row.visibility == "record" else None
    return row.id, [f"raise with {names[row.person]}: {row.what}", state, visible]


def _assessment(
    row: rows.AssessmentRow, names: Names, today: date
) -> tuple[str, Pieces]:
    judged = [
        (name, level)
        for name, level in (
            ("excellence", row.excellence),
            ("self-correction", row.self_correction),
            ("self-generation", row.self_generation),
        )
        if level is not None
    ]
    said = ", ".join(f"{name} {level}" for name, level in judged)
    visible = "record" if row.visibility == "record" else None
    area = f"in {row.area}" if row.area else None
    when = _when(row.occurred_at, today)
    return row.id, [names[row.person], when, area, said, visible]


def _handout(row: rows.HandoutRow, names: Names, today: date) -> tuple[str, Pieces]:
    return row.id, [
        f"✓ {names[row.person]} was told {row.what}",
        _when(row.occurred_at, today),
        say_handing(row),
    ]


def _step(row: rows.StepRow, _names: Names, _today: date) -> tuple[str, Pieces]:
    return row.goal, [f"▲ {row.step}", row.text]


def _action(row: rows.ActionRow, _names: Names, _today: date) -> tuple[str, Pieces]:
    hidden = "hidden" if row.hidden == "true" else None
    return row.name, [row.label, row.mode, row.family, hidden]


def _tags(tags: str | None) -> str:
    return " ".join(f"#{tag}" for tag in (tags or "").split())


def _when(moment: str, today: date) -> str:
    day = day_if_known(moment)
    said = say_day(day, today) if day else moment
    time = moment[11:16]
    told = f"{said} {time}" if time else said
    return f"{told} (today)" if day == today else told


_SAID: Mapping[type, Callable[[Any, Names, date], tuple[str, Pieces]]] = {
    rows.PersonRow: _person,
    rows.SessionRow: _session,
    rows.ObservationRow: _observation,
    rows.GoalRow: _goal,
    rows.StepRow: _step,
    rows.ProgressRow: _progress,
    rows.ResistanceRow: _resistance,
    rows.AttemptRow: _attempt,
    rows.MoveRow: _move,
    rows.CommitmentRow: _commitment,
    rows.TopicRow: _topic,
    rows.AssessmentRow: _assessment,
    rows.HandoutRow: _handout,
    rows.ActionRow: _action,
}
