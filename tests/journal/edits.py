"""What may be typed for every option of `edit`."""

from collections.abc import Mapping

from guidelog.journal.changing import fields_of_kind

EDITS: Mapping[str, tuple[str, ...]] = {
    "text": ("--text 'Other words. #rota'", "--text x"),
    "who": ("--who {person}", "--who {people}"),
    "when": ("-w {past}", "-w '{past} 09:15'"),
    "private": ("--private", "--record"),
    "agreed_private": ("--agreed-private", "--agreed-record"),
    "session": ("-s {session}", "-s ''"),
    "goals": ("-g {goal}", "-g ''"),
    "resistance": ("-r {resistance}", "-r ''"),
    "actions": ("-a affirm,reflect", "-a ''"),
    "tags": ("--tag rota,pairing", "--tag ''"),
    "mode": ("-m coaching", "-m mentoring"),
    "minutes": ("-t 1h15", "-t ''"),
    "setting": ("--setting closed", "--setting daily"),
    "group_size": ("--group 12", "--group ''"),
    "paid": ("--paid internal", "--paid ''"),
    "unwritten": ("--unwritten --text ''", "--written"),
    "about": ("--about 'the rota'", "--about ''"),
    "agreed": ("--agreed 'both will write'", "--agreed ''"),
    "place": ("--place 'the canteen'", "--place ''"),
    "present": ("--present 'M. H.'", "--present ''"),
    "standard": ("--good", "--off-track"),
    "noticed": ("--noticed other", "--noticed ''"),
    "told_by": ("--told-by 'the night shift'", "--told-by ''"),
    "situation": ("--situation 'Friday hand-over'", "--situation ''"),
    "impact": ("--impact 'two tickets reopened'", "--impact ''"),
    "expected": ("--expected 'a list at each hand-over'",),
    "their_words": ("--their-words 'not now'", "--their-words ''"),
    "baseline": ("--baseline 2", "--baseline ''"),
    "target": ("--target 9", "--target 7.5"),
    "unit": ("--unit talks", "--unit ''"),
    "target_on": ("--by {to_come}", "--by ''"),
    "origin": ("--origin them", "--origin ''"),
    "milestones": ("--milestone one --milestone two", "--milestone only"),
    "levels": ("--level -2=nothing --level 2=more", "--level '0=as agreed'"),
    "value": ("--value 2", "--value 1"),
    "rater": ("--rater self", "--rater leader"),
    "kind": ("--kind defiance", "--kind no-progress"),
    "other_causes": ("--other-cause trust --other-cause noise", "--other-cause ''"),
    "my_part": ("--my-part 'said it late'", "--my-part ''"),
    "follow_up_on": ("--follow-up {to_come}", "--follow-up ''"),
    "response": ("--response declined", "--response accepted"),
    "result": ("--result some", "--result worse", "--result ''"),
    "result_text": ("--result-text 'four of six'", "--result-text ''"),
    "next_follow_up_on": ("--next-follow-up {to_come}", "--next-follow-up ''"),
    "due_on": ("--due {to_come}", "--due ''"),
    "owner": ("--owner me", "--owner them"),
    "closing_reason": ("--closing-reason 'no longer needed'", "--closing-reason ''"),
    "area": ("--area reviews", "--area ''"),
    "excellence": ("--excellence 4", "--excellence ''"),
    "self_correction": ("--self-correction 0", "--self-correction ''"),
    "self_generation": ("--self-generation 1", "--self-generation ''"),
    "how": ("--how paper", "--how mail"),
    "acknowledged": ("--acknowledged declined", "--acknowledged ''"),
    "label": ("--label 'Work as two'",),
    "family": ("--family will", "--family goal"),
}
"""What may be typed for each field that `edit` takes; "" empties it."""

KEPT_AS: Mapping[str, str] = {
    "when": "day",
    "private": "visibility",
    "agreed_private": "agreed_visibility",
}
"""What a field is called in the journal, where an option has another name."""


def edits_of(kind: str) -> list[str]:
    """The names of what can be edited in a kind by an option of `edit`."""
    known = fields_of_kind(kind)
    return [name for name in EDITS if KEPT_AS.get(name, name) in known]
