"""Thresholds of the rules that suggest what to ask and decide, each with its reason."""

TOLD_OFTEN = 2
"""Attempts without result before a third: twice told is notice given, more is habit."""

STEPS_MISSED = 2
"""Agreed steps past their date: one is an accident, two are worth a question."""

UNTRIED_DAYS = 7
"""Days a note may wait to be talked about: later than a week, it is a surprise."""

RHYTHMS_MISSED = 2
"""Rhythms without a talk: one may be a holiday, two are a pause nobody agreed on."""

NOTHING_GOOD_DAYS = 60
"""Days without a good fact: as long as a goal may stay without an entry."""

TALKS_TO_SEE_GOOD = 2
"""Talks in that time: whoever was hardly met could hardly be seen."""

LEVELS_APART = 2
"""Of five levels; one apart is a matter of taste, two are two pictures of the work."""

RATED_TOGETHER_DAYS = 90
"""Days between two ratings that still speak of the same time."""

SKILL_DAYS = 90
"""Days a skill must have held: the window in which outcomes are measured."""

SKILL_MET = 5
"""Good facts in that window: below five an outcome is called too few."""
