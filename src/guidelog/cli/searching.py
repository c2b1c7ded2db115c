"""The command that finds entries by their words."""

from typing import Annotated, Final

import typer

from guidelog.cli import output
from guidelog.cli.common import wishes
from guidelog.cli.looking import WHO_OPTION, Looking, looking
from guidelog.cli.pages import show_rows
from guidelog.cli.texts import Told, text_argument
from guidelog.dates import today
from guidelog.exchange.for_others import Judge
from guidelog.lookback.search import search as find
from guidelog.reports import hints, search_page

USUAL_LIMIT: Final = 20
"""How many entries are shown where no limit is said."""


def search(
    words: Annotated[Told, text_argument("WORDS", "What to look for.", kept=False)],
    looking_at: Looking,
    who: WHO_OPTION = None,
    best: Annotated[
        bool, typer.Option("--best", help="The best first, not the newest.")
    ] = False,
) -> None:
    """Find entries by words in any of their texts, written last first.

    All words have to be there; each also finds longer words that begin with it, unless
    punctuation ends it: plan finds planning, plan. does not.

    guidelog search delegation --who ada
    """
    with looking() as db:
        filters = looking_at.filters(db, who)
        filters = filters._replace(limit=filters.limit or USUAL_LIMIT)
        facts = find(db, words, filters, best, Judge(db).shows)
    page = search_page.compose(facts, words, today())
    likely = hints.see_first_whole(one.id for one in facts.hits)
    show_rows(page, "search", facts.hits, () if filters.for_others else likely)
    if wishes().json and facts.total > len(facts.hits):
        output.note(search_page.say_found(facts))
