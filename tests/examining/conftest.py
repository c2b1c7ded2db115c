"""A place to examine: a home with a journal in it, on any machine one likes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from guidelog.examining.place import Place
from guidelog.storage.connection import prepare_for_writing


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A leader's home on Linux; no journal is begun."""
    home = tmp_path / "home"
    usual = home / ".local" / "share" / "guidelog" / "journal.db"
    usual.parent.mkdir(parents=True, mode=0o700)
    return Place(
        journal=usual,
        usual=usual,
        settings=home / ".config" / "guidelog" / "settings.toml",
        home=home,
        system="linux",
        environment={"SHELL": "/bin/bash"},
        now=datetime.now(UTC).astimezone(),
    )


@pytest.fixture
def begun(place: Place) -> Place:
    """The same home with a journal in which nothing stands yet."""
    prepare_for_writing(place.journal)
    return place
