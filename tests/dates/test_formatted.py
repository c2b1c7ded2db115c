"""Days in a format that the leader names: read so and in no other way."""

from datetime import date, datetime

import pytest

from guidelog.dates import Moment, check_date_format, read_formatted
from guidelog.errors import FutureDay, UnfitDateFormat, UnreadableDate

NOW = datetime.fromisoformat("2026-11-20T12:00:00+01:00")


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDELOG_NOW", NOW.isoformat())


@pytest.mark.parametrize(
    ("text", "written", "moment"),
    [
        ("03/04/2026", "%d/%m/%Y", Moment(date(2026, 4, 3))),
        ("03/04/2026", "%m/%d/%Y", Moment(date(2026, 3, 4))),
        (" 3.4.26 ", "%d.%m.%y", Moment(date(2026, 4, 3))),
        ("20/11/2026 09:30", "%d/%m/%Y %H:%M", "2026-11-20T09:30+01:00"),
        ("20/11/2026 0:00", "%d/%m/%Y %H:%M", "2026-11-20T00:00+01:00"),
        ("20.11.2026 15:00 +0900", "%d.%m.%Y %H:%M %z", "2026-11-20T15:00+09:00"),
    ],
)
def test_a_day_is_read_as_the_format_says(
    text: str, written: str, moment: Moment | str
) -> None:
    assert str(read_formatted(text, written, NOW)) == str(moment)


@pytest.mark.parametrize("text", ["", "31/02/2026", "2026-04-03", "3 april"])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_formatted(text, "%d/%m/%Y", NOW)


@pytest.mark.parametrize("text", ["21/11/2026 08:00", "20/11/2026 12:01"])
def test_what_is_to_come_is_refused(text: str) -> None:
    with pytest.raises(FutureDay, match="still to come"):
        read_formatted(text, "%d/%m/%Y %H:%M", NOW)


@pytest.mark.parametrize(
    "written", ["", "%H:%M", "%d/%m", "%Y", "%Q", "dd/mm/yyyy", "%"]
)
def test_a_format_without_a_whole_day_is_refused(written: str) -> None:
    with pytest.raises(UnfitDateFormat, match="whole day"):
        check_date_format(written)


@pytest.mark.parametrize(
    "written", ["%d/%m/%Y", "%m/%d/%y", "%Y-%j", "%b %d, %Y %I:%M %p"]
)
def test_a_format_with_a_whole_day_is_taken(written: str) -> None:
    assert check_date_format(written) == written
