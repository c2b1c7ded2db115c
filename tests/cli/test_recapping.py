"""What was agreed in a talk, as it goes into a mail: the steps as they stand now."""

from leading import Leader


def test_a_recap_promises_only_what_is_still_to_be_done(leader: Leader) -> None:
    leader.does('person add ada "Ada Okonkwo"')
    leader.does(
        'add ada "The outage." --next "the runbook by 2026-11-27" --next "the rota"'
        ' --next "me: the list by 2026-11-18"'
    )
    leader.does("done c3")
    leader.does('drop c2 "planned by the office"')

    assert leader.does("recap s1").out.splitlines() == [
        "Ada Okonkwo, Fri 20 Nov",
        "",
        "Next steps",
        "- Ada Okonkwo: the runbook by Fri 27 Nov",
        "",
        "Done since",
        "- I: the list",
        "",
        "Dropped since",
        "- Ada Okonkwo: the rota",
    ]
