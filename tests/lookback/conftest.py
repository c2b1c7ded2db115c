"""Journals to look back on."""

from collections.abc import Iterator

import pytest

from lookback.building import Book, fill


@pytest.fixture
def book() -> Iterator[Book]:
    """A journal in which nothing stands yet."""
    book = Book()
    yield book
    book.db.close()


@pytest.fixture
def filled(book: Book) -> Book:
    """A journal with at least one row for every view, about Ada and about Bo."""
    return fill(book)
