"""The chart that TAB reads is that of the program."""

import pytest

from cli.charting import chart_of, write
from guidelog.cli.app import make_root
from guidelog.cli.chart import FILE


def test_the_chart_is_that_of_the_program(request: pytest.FixtureRequest) -> None:
    chart = write(chart_of(make_root(alone="today")))
    if request.config.getoption("--update-golden"):
        FILE.write_text(chart, encoding="utf-8")

    # stale after a change of a command: pytest tests/cli/test_chart.py --update-golden
    assert FILE.read_text(encoding="utf-8") == chart
