"""How a document looks on a terminal: weights, hues, columns."""

from datetime import date

import pytest
from rich.cells import cell_len
from rich.text import Text

from guidelog.reports import as_terminal, person_report
from guidelog.reports.blocks import (
    Bar,
    Block,
    Column,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Lane,
    LanePoint,
    Lanes,
    Levels,
    MonthCount,
    Months,
    Paragraph,
    Section,
    Table,
    dim,
    identity,
    late,
    plain,
    quoted,
    strong,
)
from reports import bo
from reports.shown import shown


def page(*blocks: Block) -> Document:
    return Document("any", "Any", bo.TODAY, sections=(Section("any", "", blocks),))


def body(*blocks: Block, width: int = 80, unicode: bool = True) -> list[str]:
    return shown(page(*blocks), width, unicode).splitlines()[2:]


def styles_of(text: Text) -> dict[str, str]:
    return {text.plain[s.start : s.end].strip(): str(s.style) for s in text.spans}


def test_three_weights_and_two_hues_say_what_can_be_missed() -> None:
    spans = (strong("a"), dim("b"), quoted("c"), identity("d"), late("e"), plain("f"))
    styles = styles_of(as_terminal.render(page(Paragraph(spans)), 80))
    del styles["Any"]
    assert styles == {
        "a": "bold",
        "b": "dim",
        "“c”": "italic",
        "d": "cyan",
        "e": "bold red",
    }


def test_without_colour_the_weights_remain() -> None:
    report = person_report.compose(bo.FACTS, bo.FOR_ME)
    coloured = as_terminal.render(report, 80)
    plainer = as_terminal.render(report, 80, colour=False)
    assert plainer.plain == coloured.plain
    used = {str(span.style) for span in plainer.spans}
    assert used == {"bold", "dim", "italic"}


def test_a_phrase_is_one_run_of_style() -> None:
    text = as_terminal.render(page(Paragraph((plain("by "), late("4 days late")))), 80)
    assert "4 days late" in styles_of(text)


def test_what_is_red_says_in_words_how_late_it_is() -> None:
    report = person_report.compose(bo.FACTS, bo.FOR_ME)
    text = as_terminal.render(report, 100)
    red = [text.plain[s.start : s.end] for s in text.spans if "red" in str(s.style)]
    assert red == [
        "1 after 3 weeks or more",
        "38 days ago",
        "24 days past",
        "written 22 days later",
        "11 days late",
        "1 day late",
        "31 days late",
    ]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["  Seen  ◆ Mon 27 Jul  2 of 5 without it"]),
        (40, ["Seen", "◆ Mon 27 Jul  2 of 5 without it"]),
    ],
)
def test_at_forty_columns_labels_stand_on_their_own_line(
    width: int, lines: list[str]
) -> None:
    entry = Entry(((plain("2 of 5 without it"),),), date(2026, 7, 27), "seen")
    assert body(Facts((Fact("Seen", (entry,)),)), width=width) == lines


def test_days_stand_under_each_other() -> None:
    days = (date(2026, 9, 4), date(2026, 10, 16), date(2025, 12, 9))
    entries = tuple(Entry(((plain("it"),),), day) for day in days)
    assert body(Entries(entries)) == [
        "  Fri  4 Sep       it",
        "  Fri 16 Oct       it",
        "  Tue  9 Dec 2025  it",
    ]


def test_a_long_text_hangs_under_itself_and_its_remark_stays_at_the_right() -> None:
    entry = Entry(
        ((plain("word " * 14),), (plain("more"),)),
        id="c3",
        keys=(late("4 days late"), plain("you")),
        remark=(dim("ada"),),
    )
    lines = body(Entries((entry,)), width=60)
    assert lines == [
        "  c3  4 days late  you  word word word word word word    ada",
        "                        word word word word word word",
        "                        word word",
        "      more",
    ]


def test_with_little_room_for_words_a_tag_stays_on_their_line() -> None:
    talk = Entry(
        (),
        id="s1",
        keys=(plain("ada, priya"), plain("mentoring"), plain("1 h 30 min")),
        remark=(dim("#team-work"),),
    )
    about = talk._replace(text=((plain("The rota plan for spring"),),), id="s2")
    assert body(Entries((talk, about)), width=71) == [
        "  s1  ada, priya  mentoring  1 h 30 min                      #team-work",
        "  s2  ada, priya  mentoring  1 h 30 min  The rota plan for   #team-work",
        "                                         spring",
    ]


def test_where_a_length_is_not_known_its_column_stays_empty() -> None:
    rota = ((plain("The rota"),),)
    known = Entry(rota, id="s1", keys=(plain("coaching"), plain("45 min")))
    unknown = Entry(rota, id="s2", keys=(plain("blended"), plain("")))
    assert body(Entries((known, unknown))) == [
        "  s1  coaching  45 min  The rota",
        "  s2  blended           The rota",
    ]
    assert body(Entries((unknown,))) == ["  s2  blended  The rota"]


def test_a_bar_shows_the_way_and_where_even_pace_would_be() -> None:
    bar = Bar("8", "1", "4.5", 0.5, 0.9, (plain("4.5 now"),))
    entries = Entries((Entry((), id="g1", figure=bar),))
    drawn = body(entries)[-1]
    assert drawn == "      8 ━━━━━━━━━━━━━━━────────────▽── 1   4.5 now"
    spelled = body(entries, unicode=False)[-1]
    assert spelled == "      8 ===============------------v-- 1   4.5 now"


def test_unknown_progress_draws_no_part_as_done() -> None:
    bar = Bar("0", "6", None, None, None, (plain("no entry yet"),))
    assert "━" not in body(Entries((Entry((), figure=bar),)))[-1]
    assert "▐" not in body(Entries((Entry((), figure=Levels(None)),)))[-1]


def test_the_level_now_stands_between_bars() -> None:
    entry = Entry((), figure=Levels(-1))
    assert body(Entries((entry,)))[-1] == "  −2 ▐−1▌ 0 +1 +2"
    assert body(Entries((entry,)), unicode=False)[-1] == "  -2 [-1] 0 +1 +2"


def test_more_than_a_year_of_months_goes_on_in_a_new_row() -> None:
    days = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(14)]
    months = tuple(MonthCount(day, n) for n, day in enumerate(days))
    lines = body(Months("talks by month", months))
    assert lines[1].split()[0] == "Jan"
    assert lines[1].split()[-1] == "Dec"
    assert lines[3].split() == ["Jan", "Feb"]
    assert lines[4].split() == ["12", "13"]


def test_a_mark_is_never_covered_by_a_word() -> None:
    start = date(2026, 1, 1)
    points = (
        LanePoint(date(2026, 3, 1), 1, "declined"),
        LanePoint(date(2026, 3, 12), 2, "accepted"),
        LanePoint(date(2026, 3, 24), 3, "some", date(2026, 6, 1)),
    )
    lanes = Lanes(start, date(2026, 12, 31), (Lane("Tried", points),))
    tried = body(lanes)[1]
    assert [sign for sign in tried if sign.isdigit()] == ["1", "2", "3"]
    assert "declined" not in tried
    assert "some" in tried


def test_the_lanes_need_room() -> None:
    lanes = Lanes(
        date(2026, 1, 1),
        date(2026, 2, 1),
        (Lane("Told", (LanePoint(date(2026, 1, 9), "handout"),)),),
    )
    assert len(body(lanes, width=59)) <= 1
    assert any("Told" in line for line in body(lanes, width=60))


def test_wide_signs_keep_columns_in_line() -> None:
    table = Table(
        (Column("who"), Column("talks", figure=True)),
        (((plain("李伟"),), (plain("3"),)), ((plain("Ada"),), (plain("12"),))),
    )
    lines = body(table)
    assert {cell_len(line) for line in lines} == {13}


def test_a_table_without_room_is_stacked_under_its_names() -> None:
    columns = (Column("who"), Column("talks", figure=True), Column("goals", wide=True))
    row = ((strong("ada"),), (plain("3"),), (plain("1 ahead, 1 on pace"),))
    assert body(Table(columns, (row,)), width=24) == [
        "ada",
        "  talks 3",
        "  goals 1 ahead, 1 on",
        "  pace",
    ]


def test_a_narrower_terminal_than_twenty_columns_gets_twenty() -> None:
    report = person_report.compose(bo.FACTS, bo.FOR_ME)
    assert shown(report, 1) == shown(report, 20)


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = body(Paragraph((plain("x" * 50),)), width=22)
    assert lines == ["  " + "x" * 20, "  " + "x" * 20, "  " + "x" * 10]


def test_line_ends_of_a_text_stay() -> None:
    lines = body(Paragraph((plain("first\n\n  second\tthird"),)))
    assert lines == ["  first", "", "    second    third"]


def test_the_day_stands_before_the_mark_also_where_nothing_has_an_id() -> None:
    entry = Entry(((plain("now working"),),), date(2026, 8, 14), "move")
    assert body(Entries((entry,), month_named=True)) == ["  Fri 14  ◆ now working"]


def test_spaces_between_spans_stay() -> None:
    line = body(Paragraph((plain("a "), dim(" b"))))
    assert line == ["  a  b"]
