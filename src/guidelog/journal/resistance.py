"""Resistance notes: what was seen, what was tried, and the moves of their status."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sqlmodel import select

from guidelog.dates import Moment
from guidelog.errors import NoteClosed, NoTransition, ResultKnown, TransitionNeeds
from guidelog.journal.filing import file_entry, when_of
from guidelog.journal.finding import id_of
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.tables.resistance import Attempt, Move
from guidelog.words import CLOSING_REASONS, LIVE_STATUSES, STATUS_AFTER

TRANSITIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "open": ("monitoring", "closed", "withdrawn"),
        "working": ("monitoring", "escalated", "closed"),
        "monitoring": ("working", "resolved", "closed"),
        "escalated": ("working", "resolved", "closed"),
        "resolved": ("working",),
        "closed": ("working",),
        "withdrawn": (),
    }
)
"""What a leader may say next; a first attempt makes an open note working by itself."""

_RESULT = "guidelog resistance result ATTEMPT some --follow-up WHEN"
_TOO_EARLY = (("open", "resolved"), ("working", "resolved"))
_WAY_TO_RESOLVED = f" What was tried and helped leads to monitoring: {_RESULT}."
_STANDING = "SELECT status, follow_up_on FROM resistance WHERE uid = ?"


class Standing(NamedTuple):
    """Where a note stands, as its view has it."""

    status: str
    follow_up_on: str | None


def note_resistance(
    at: Recording, person: str, moment: Moment | None, fields: Fields
) -> str:
    """Write down a pattern of resistance: what was observed and what was expected."""
    own = {"kind": "resistance", **fields, "person": person}
    return file_entry(at, "resistance", [person], moment, own)


def record_attempt(
    at: Recording, note: str, moment: Moment | None, fields: Fields
) -> str:
    """Write down a try to resolve a note; the first one makes it working.

    Raises NoteClosed.
    """
    status = standing_of(at, note).status
    if status not in LIVE_STATUSES:
        raise NoteClosed(note=id_of(at, note), status=status)
    person = at.fields(note)["person"]
    own = {**fields, "resistance": note}
    attempt = file_entry(at, "attempt", [person], moment, own)
    if status == "open":
        _move(at, note, "working", {**when_of(at, moment), "attempt": attempt})
    return attempt


def notes_moved(at: Recording) -> list[str]:
    """The notes whose status this command has moved so far."""
    moves = [uid for uid, one in at.revisions.items() if one.kind == "move"]
    return [at.fields(uid)["resistance"] for uid in moves if at.lives(uid)]


def record_result(
    at: Recording, attempt: str, moment: Moment | None, fields: Fields
) -> None:
    """Write down what came of an attempt, and move its note's status accordingly.

    Raises ResultKnown where that was done before, and TransitionNeeds where monitoring
    has no follow-up that is still to come.
    """
    _refuse_known_result(at, attempt, str(fields["result"]))
    when = when_of(at, moment)
    at.change(attempt, {**fields, "result_on": when["day"]})
    settle_result(at, attempt, when)


def _refuse_known_result(at: Recording, attempt: str, wanted: str) -> None:
    """Refuse a second result; "too early" was none yet. Raises ResultKnown."""
    tried = at.fields(attempt)
    result = tried.get("result")
    if result and result != "too-early":
        name, day = id_of(at, attempt), at.mark.say(str(tried["result_on"]))
        raise ResultKnown(attempt=name, result=result, day=day, wanted=wanted)


def settle_result(at: Recording, attempt: str, when: Fields | None = None) -> None:
    """Make the automatic move of an attempt's result anew, as the result is now."""
    tried = at.fields(attempt)
    note = tried["resistance"]
    for move in _result_moves(at, attempt):
        at.delete(move)
    status = standing_of(at, note).status
    wanted = _moved_by(tried.get("result"), status)
    if not wanted:
        return
    on = when or {"day": tried["result_on"]}
    if wanted == "monitoring":
        _check_follow_up(at, note, on["day"])
    _move(at, note, wanted, {**on, "attempt": attempt})


def resettle_result(at: Recording, attempt: str, before: Fields) -> None:
    """Make the move of an attempt anew where an edit gave it another result."""
    if at.fields(attempt).get("result") != before.get("result"):
        settle_result(at, attempt)


def _moved_by(result: str | None, status: str) -> str | None:
    wanted = STATUS_AFTER.get(result or "")
    return wanted if wanted and status in _MOVED_FROM[wanted] else None


def change_status(
    at: Recording, note: str, status: str, moment: Moment | None, fields: Fields
) -> str:
    """Move a note to another status; returns the move's uid.

    `fields` are reason, to_whom, stage and follow_up_on. Raises NoTransition and
    TransitionNeeds.
    """
    now = standing_of(at, note).status
    if status not in TRANSITIONS[now]:
        raise NoTransition(
            note=id_of(at, note),
            status=now,
            wanted=status,
            allowed=", ".join(TRANSITIONS[now]) or "nothing else",
            way=_WAY_TO_RESOLVED if (now, status) in _TOO_EARLY else "",
        )
    when = when_of(at, moment)
    _check_needs(at, note, status, when["day"], fields)
    return _move(at, note, status, {**when, **fields})


def _check_needs(
    at: Recording, note: str, status: str, day: str, fields: Fields
) -> None:
    missing = _missing(at, note, status, fields)
    if missing:
        why, help_ = missing
        name = id_of(at, note)
        raise TransitionNeeds(note=name, wanted=status, why=why, help=help_)
    if status == "monitoring" and not fields.get("follow_up_on"):
        _check_follow_up(at, note, day)
    if status == "resolved":
        _check_time_passed(at, note, day)


def _missing(
    at: Recording, note: str, status: str, fields: Fields
) -> tuple[str, str] | None:
    reason = fields.get("reason") or ""
    tried = at.journal.exec(select(Attempt).where(Attempt.resistance == note)).all()
    if status in ("resolved", "working") and not reason:
        return ("what changed is not said", "Say it after the status.")
    if status == "closed" and reason.split(":")[0].split()[:1] not in _REASONS:
        words = ", ".join(CLOSING_REASONS)
        return ("the reason is not said", f"Begin it with one of: {words}.")
    if status == "escalated" and not tried:
        return ("nothing was tried", "guidelog resistance attempt notes a try.")
    if status == "escalated" and not fields.get("to_whom"):
        return ("to whom is not said", "Say it with --to.")
    if status == "monitoring" and not any(
        STATUS_AFTER.get(one.result or "") == "monitoring" for one in tried
    ):
        return ("no attempt has helped so far", f"{_RESULT} says that one did.")
    return None


_REASONS = [[word] for word in CLOSING_REASONS]
_MOVED_FROM = {"monitoring": ("open", "working"), "working": ("monitoring",)}


def _check_follow_up(at: Recording, note: str, day: str) -> None:
    follow_up = standing_of(at, note).follow_up_on
    if not follow_up or follow_up < day:
        raise TransitionNeeds(
            note=id_of(at, note),
            wanted="monitoring",
            why="no day to look again is still to come",
            help="Say it with --follow-up.",
        )


def _check_time_passed(at: Recording, note: str, day: str) -> None:
    follow_up = standing_of(at, note).follow_up_on
    if follow_up and day < follow_up:
        raise TransitionNeeds(
            note=id_of(at, note),
            wanted="resolved",
            why=f"the day to look again is {at.mark.say(follow_up)}",
            help="Resolve it on or after that day.",
        )


def standing_of(at: Recording, note: str) -> Standing:
    """Where a note stands, this command's writing included."""
    return Standing(*at.db.exec_driver_sql(_STANDING, (note,)).one())


def _result_moves(at: Recording, attempt: str) -> list[str]:
    """The moves an attempt's result made; the note's first move is its opening."""
    note = at.fields(attempt)["resistance"]
    moves = at.journal.exec(select(Move).where(Move.resistance == note)).all()
    later = sorted(moves, key=lambda move: (move.day, move.time or "", move.uid))[1:]
    return sorted(move.uid for move in later if move.attempt == attempt)


def _move(at: Recording, note: str, status: str, fields: Fields) -> str:
    return at.add("move", {**fields, "resistance": note, "to_status": status})
