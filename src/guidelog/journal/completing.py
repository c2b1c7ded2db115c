"""Completing: what an entry needs beyond what a record of another program says."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import select

from guidelog.errors import (
    NamesNobody,
    NobodysPromise,
    OneAtATime,
    StrangersPromise,
)
from guidelog.journal.filing import start_among
from guidelog.journal.finding import check_actions
from guidelog.journal.meeting import Meeting, Met
from guidelog.journal.parts import Fields
from guidelog.journal.recording import Recording
from guidelog.journal.sessions import complete_session
from guidelog.journal.tables.goals import Goal
from guidelog.matching import plain

UNCLEAR = (NamesNobody, NobodysPromise, StrangersPromise)
"""What keeps one record out, and no other."""


class Completing:
    """Links, visibility and defaults, as the commands of the leader give them."""

    def __init__(self, at: Recording, visibility: str | None, meeting: Meeting) -> None:
        """Remember what is the same for all records."""
        self._at = at
        self._visibility = visibility
        self._meeting = meeting
        self._goals: dict[str, str] = {}
        self._known_actions: set[tuple[str, ...]] = set()
        self.remarks: list[str] = []
        """What could not be kept of the record completed last."""

    def name_goal(self, called: str, uid: str) -> None:
        """Remember by which name the records of these files speak of a goal."""
        if called:
            self._goals[called] = uid

    def complete(self, kind: str, people: Sequence[Met], said: Fields) -> Fields:
        """Give the whole fields of an entry.

        Raises NobodysPromise, StrangersPromise, OneAtATime and UnknownWord.
        """
        self.remarks = []
        fields = {
            **said,
            **self._linked(people, said),
            **self._seen_by(kind, people, said),
        }
        uids = [one.uid for one in people]
        if kind == "session":
            return complete_session(self._at, uids, fields)
        if kind == "commitment":
            return fields | self._owned(people, fields.get("owner") or "")
        if len(uids) != 1:
            raise OneAtATime(what="person", count=len(uids))
        return {**fields, "person": uids[0]}

    def _seen_by(self, kind: str, people: Sequence[Met], said: Fields) -> Fields:
        """Who may see it: as the leader says, as the file says, or as entries start."""
        relations = {one.relation for one in people}
        asked = self._visibility or said.get("visibility")
        seen = {"visibility": asked or start_among(self._at, kind, relations)}
        if kind == "session":
            agreed = self._visibility or said.get("agreed_visibility") or asked
            agreed = agreed or start_among(self._at, "agreed", relations)
            seen["agreed_visibility"] = agreed
        return seen

    def _linked(self, people: Sequence[Met], said: Fields) -> Fields:
        actions = tuple(said.get("actions", ()))
        if actions and actions not in self._known_actions:
            check_actions(self._at, list(actions))
            self._known_actions.add(actions)
        linked: Fields = {}
        if said.get("goals"):
            found = (self._goal(one, people) for one in said["goals"])
            linked["goals"] = list(dict.fromkeys(one for one in found if one))
        if said.get("goal"):
            linked["goal"] = self._goal(said["goal"], people)
        return linked

    def _goal(self, called: str, people: Sequence[Met]) -> str | None:
        """The goal of these files with that name, else theirs with that title."""
        if called in self._goals:
            return self._goals[called]
        theirs = select(Goal.uid, Goal.title).where(
            Goal.person.in_([one.uid for one in people])  # type: ignore[attr-defined]
        )
        rows: Any = self._at.journal.exec(theirs)
        found = [uid for uid, title in rows if plain(title) == plain(called)]
        if len(found) == 1:
            return str(found[0])
        self.remarks.append("a goal named there is not in these files")
        return None

    def _owned(self, people: Sequence[Met], owner: str) -> Fields:
        if owner == "me":
            return {
                "owner": "me",
                "person": people[0].uid if len(people) == 1 else None,
            }
        among = [one.uid for one in people]
        if owner in ("", "them"):
            if len(people) != 1:
                raise NobodysPromise
            return {"owner": "them", "person": among[0]}
        met = self._meeting.find(owner, among)
        if met is None:
            raise StrangersPromise
        return {"owner": "them", "person": met.uid}
