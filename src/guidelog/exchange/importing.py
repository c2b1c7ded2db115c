"""Importing: what readers find in files becomes entries, or is told with its place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from guidelog.cleaning import clean, clean_line
from guidelog.errors import (
    EmptyFile,
    GuidelogError,
    NothingToImport,
    OutOfReach,
    StopsImport,
)
from guidelog.exchange.found import Found, Place, Unread, Wishes
from guidelog.exchange.kinds import READERS, kind_if_any, kind_of
from guidelog.exchange.opening import Opened
from guidelog.reports.import_page import (
    Details,
    NewPerson,
    ReadFile,
    Remark,
    Spot,
    Takeover,
)

if TYPE_CHECKING:
    from guidelog.journal.recording import Recording
    from guidelog.journal.taking_over import Taken, Terms

_KEPT: Final = 20
"""Places and texts that are remembered of each reason; the others are counted."""
_REASONS: Final = 200
_STANDARD_INPUT: Final = Path("-")
_PIPED: Final = "what is piped in has to be saved as a file first"
_OTHERS: Final = "for other reasons"
_EVERY: Final = 200
"""Records between two steps of a progress bar."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be taken over, and the kind of it."""

    opened: Opened
    kind: str


Progress = Callable[[str, float], None]
"""Told which file is read, and the share of it that was."""


def find_sources(paths: Iterable[Path], kind: str | None) -> list[Source]:
    """The files that are named, and those in folders that are named, each once.

    Hidden files of a folder are left out; a file of no known kind gets none. Raises
    OutOfReach, EmptyFile, NotText, UnknownKindOfFile and NothingToImport.
    """
    sources: dict[Path, Source] = {}
    for path in paths:
        found = list(_in_folder(path, kind) if path.is_dir() else _named(path, kind))
        if not found:
            raise NothingToImport(path=path)
        sources |= {one.opened.path.resolve(): one for one in found}
    return sorted(sources.values(), key=_turn)


def _named(path: Path, kind: str | None) -> Iterator[Source]:
    if not path.exists():
        is_piped = path == _STANDARD_INPUT
        raise OutOfReach(path=path, why=_PIPED if is_piped else "there is no such file")
    if not path.is_file():
        raise OutOfReach(path=path, why=_PIPED)
    opened = Opened(path, path.name)
    if not opened.start.strip():
        raise EmptyFile(file=opened.name)
    yield Source(opened, kind or kind_of(opened))


def _in_folder(folder: Path, kind: str | None) -> Iterator[Source]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            opened = Opened(path, inside.as_posix())
            yield Source(opened, kind or _kind_if_any(opened))


def _kind_if_any(opened: Opened) -> str:
    try:
        return kind_if_any(opened)
    except GuidelogError:
        return ""


def _turn(source: Source) -> int:
    kind = READERS.get(source.kind)
    return kind.turn(source.opened) if kind else 0


class Importing:
    """One import: it reads every source, and remembers what there is to tell."""

    def __init__(self, at: "Recording", terms: "Terms", wishes: Wishes) -> None:
        """Nothing is read yet."""
        from guidelog.journal.taking_over import TakingOver

        self._taking = TakingOver(at, terms)
        self._wishes = wishes
        self._told: dict[tuple[str, bool], Remark] = {}
        self._outcomes: Counter[str] = Counter()
        self._new: Counter[str] = Counter()
        self._span: tuple[date, date] | None = None
        self._changed: list[Spot] = []
        self._filled: list[Details] = []
        self._differing: list[Details] = []
        self._files: list[ReadFile] = []

    def read(self, source: Source, progress: Progress) -> None:
        """Take over what stands in a file; what can't be read is remembered.

        Raises what a reader raises about a whole file.
        """
        opened, kind = source.opened, READERS.get(source.kind)
        if kind is None:
            self._tell(Unread(Place(opened.name, 1), "no kind of file that I know"))
            return
        encoding = opened.encoding if opened.is_text else ""
        self._files.append(ReadFile(opened.name, kind.says, encoding))
        for n, one in enumerate(kind.read(opened, self._wishes)):
            if n % _EVERY == 0:
                progress(opened.name, opened.share)
            if isinstance(one, Unread):
                self._tell(one)
            else:
                self._take(source, one)
        progress(opened.name, 1.0)

    def check(self) -> None:
        """Refuse to write anything as long as something has to be mended.

        Raises StopsImport.
        """
        stops = [one for one in self._told.values() if one.stops]
        if stops:
            first, number = stops[0], sum(one.times for one in stops) - 1
            more = f" {number} more like it; without --yes all are listed."
            raise StopsImport(
                place=Place(*first.spots[0]), why=first.why, more=more if number else ""
            )

    def sum_up(self, *, written: bool) -> Takeover:
        """What it comes to."""
        first, last = self._span or (None, None)
        new = self._taking.meeting.new
        return Takeover(
            files=tuple(self._files),
            new=self._new | ({"person": len(new)} if new else {}),
            back=self._outcomes["back"],
            first=first,
            last=last,
            people=tuple(NewPerson(one.handle, one.name) for one in new),
            there=self._outcomes["there"],
            twice=self._outcomes["twice"],
            deleted=self._outcomes["deleted"],
            taken_back=self._outcomes["taken back"],
            changed=self._outcomes["changed"],
            changed_at=tuple(self._changed),
            filled=tuple(self._filled),
            differing=tuple(self._differing),
            remarks=tuple(self._told.values()),
            written=written,
        )

    def _take(self, source: Source, found: Found) -> None:
        if found.moment and found.moment.day > self._wishes.now.date():
            why = f"{found.moment.day} is still to come"
            self._tell(Unread(found.place, why, stops=True))
            return
        period = self._wishes.period
        if period and found.moment and found.moment.day not in period:
            self._tell(Unread(found.place, f"lies outside {period}"))
            return
        try:
            taken = self._taking.take(_as_record(source, found))
        except GuidelogError as refusal:
            why = f"{refusal.says} {refusal.helps}".strip()
            self._tell(Unread(found.place, why, stops=True))
            return
        self._count(found, taken)

    def _count(self, found: Found, taken: "Taken") -> None:
        self._outcomes[taken.outcome] += 1
        if taken.outcome == "changed" and len(self._changed) < _KEPT:
            self._changed.append(Spot(*found.place))
        if taken.filled:
            self._filled.append(Details(taken.handle, taken.filled))
        if taken.differing:
            self._differing.append(Details(taken.handle, taken.differing))
        remarks = [*taken.remarks]
        if taken.outcome in ("new", "back"):
            remarks += [found.remark] if found.remark else []
            if found.kind != "person":
                self._new[found.kind] += 1
            if found.moment:
                day = found.moment.day
                first, last = self._span or (day, day)
                self._span = (min(first, day), max(last, day))
        for why in remarks:
            self._tell(Unread(found.place, why))

    def _tell(self, one: Unread) -> None:
        why = one.why.strip().removesuffix(".")
        if len(self._told) >= _REASONS and (why, one.stops) not in self._told:
            why = _OTHERS
        known = self._told.get((why, one.stops), Remark(why, 0, (), (), one.stops))
        more = (Spot(*one.place),) if len(known.spots) < _KEPT else ()
        texts = (clean(one.text),) if one.text and len(known.texts) < _KEPT else ()
        self._told[why, one.stops] = known._replace(
            times=known.times + 1,
            spots=known.spots + more,
            texts=known.texts + texts,
        )


def _as_record(source: Source, found: Found) -> Any:
    """A record as the journal takes it, its texts clean."""
    from guidelog.journal.taking_over import Record

    return Record(
        kind=found.kind,
        key=found.key,
        origin=source.kind,
        file=clean_line(source.opened.name),
        people=tuple(map(clean_line, found.people)),
        moment=found.moment,
        fields=_cleaned(found.fields),
        under=found.under,
        called=found.called,
    )


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _clean(value) for name, value in fields.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return [clean_line(one) for one in value] if isinstance(value, list) else value
