"""Fates: what became here of a record that was taken over before."""

from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from guidelog.journal.folding import Folded, Version, fold, in_order
from guidelog.journal.parts import Fields, cut, fields_of
from guidelog.journal.reading_log import erased_in, stream, versions_of
from guidelog.journal.recording import Recording
from guidelog.journal.rows import lives

Fate = Literal["there", "undone", "deleted", "taken back"]
"""There; gone by an undo; deleted; or erased or redacted, its words gone for good."""

_TAKEN = ("add", "restore")
_BY_CONTEXT = frozenset(
    (
        *("people", "person", "owner", "handle", "relation", "source"),
        *("visibility", "agreed_visibility", "mode", "setting", "scale"),
        *("goals", "goal", "session", "resistance"),
    )
)
"""What follows from the journal, too, and is no sign that a file has changed."""


class Became(NamedTuple):
    """What became of a thing, what it last said, and every version of it."""

    fate: Fate
    last: Folded | None = None
    versions: Sequence[Version] = ()


class Fates:
    """The fates of things, as the log tells them."""

    def __init__(self, at: Recording) -> None:
        """Know who was erased."""
        self._journal, self._db = at.journal, at.db
        self._erased = erased_in(at.db)

    def is_known(self, uid: str) -> bool:
        """Tell whether a thing was ever heard of here."""
        asked = "SELECT 1 FROM entry WHERE uid = ?"
        return uid in self._erased or any(stream(self._db, asked, (uid,)))

    def of(self, uid: str) -> Became:
        """What became of a known thing."""
        versions = versions_of(self._db, uid)
        if not versions or uid in self._erased:
            return Became("taken back")
        last = fold(versions, self._erased)
        return Became(self._fate(uid, last, versions), last, versions)

    def _fate(self, uid: str, last: Folded, versions: Sequence[Version]) -> Fate:
        if last.exists and lives(self._journal, last.kind, uid):
            return "there"
        if not last.exists or _lost_words(versions):
            return "taken back"
        return "undone" if self._is_undone(versions) else "deleted"

    def _is_undone(self, versions: Sequence[Version]) -> bool:
        asked = "SELECT 1 FROM change WHERE hash = ? AND undoes IS NOT NULL"
        newest = in_order(versions)[-1].hash
        return self._db.exec_driver_sql(asked, (newest,)).first() is not None

    def ever_said(self, uid: str) -> Set[str]:
        """The names of what a thing ever said, words that were taken back included.

        What was said and undone does not count.
        """
        versions = versions_of(self._db, uid)
        asked = "SELECT undoes FROM change WHERE undoes IS NOT NULL"
        undone = {hash_ for (hash_,) in stream(self._db, asked)}
        standing = [fold([one]).fields() for one in versions if one.hash not in undone]
        said = {name for one in standing for name in one if one[name] is not None}
        return said | _lost_words(versions)

    def has_changed(self, became: Became, kind: str, fields: Fields) -> bool:
        """Tell whether a record says something else than when it was taken over.

        What was changed here since does not count, nor words that were taken back.
        """
        taken = [one for one in became.versions if one.operation in _TAKEN]
        then = fold(taken, self._erased).fields()
        now = fields_of(kind, cut(kind, fields))
        apart = _BY_CONTEXT | _lost_words(became.versions)
        apart |= set() if "day" in fields else {"day", "time", "zone"}
        names = (then.keys() | now.keys()) - apart
        return any(then.get(name) != now.get(name) for name in names)


def _lost_words(versions: Sequence[Version]) -> Set[str]:
    return {
        part
        for version in versions
        for part, payload in version.parts.items()
        if payload is None
    }
