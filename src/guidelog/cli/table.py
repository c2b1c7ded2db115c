"""The table of all commands: what each does, and where its function is."""

from collections.abc import Mapping
from typing import Final

from guidelog.cli.grammar import ALWAYS, Branch, Entry, Table

UNLISTED: Final = ""
"""The section of commands that the first page of help leaves out."""

GOAL: Final = Branch(
    "goals and their progress",
    {
        "add": Entry("an aim of one person on one scale", "goals", "add_goal"),
        "progress": Entry("a value on a numeric goal", "goals", "record_progress"),
        "rate": Entry("a level from -2 to +2", "goals", "rate_goal"),
        "tick": Entry("a milestone that was reached", "goals", "tick_milestone"),
        "close": Entry("achieved, dropped or paused", "goals", "close_goal"),
        "reopen": Entry("open a closed goal again", "goals", "reopen_goal"),
        "list": Entry(
            "the goals and where they stand", "listing", "list_goals", ALWAYS
        ),
        "show": Entry(
            "one goal with its progress", "looking_back", "show_goal", ALWAYS
        ),
    },
)
RESISTANCE: Final = Branch(
    "resistance notes",
    {
        "add": Entry("what was seen, what was expected", "resistance", "add_note"),
        "attempt": Entry(
            "what you tried, how they answered", "resistance", "try_again"
        ),
        "result": Entry("what came of an attempt", "resistance", "record_result"),
        "status": Entry("move a note by hand", "resistance", "move_note"),
        "list": Entry(
            "the notes and where they stand", "listing", "list_notes", ALWAYS
        ),
        "show": Entry(
            "one note with all attempts", "looking_back", "show_note", ALWAYS
        ),
    },
)
PERSON: Final = Branch(
    "the people you guide",
    {
        "add": Entry("somebody you guide", "people", "add_person"),
        "list": Entry(
            "everybody, and when you last talked", "listing", "list_people", ALWAYS
        ),
        "show": Entry("one person", "listing", "show_person", ALWAYS),
        "edit": Entry("change what is kept about a person", "people", "edit_person"),
        "archive": Entry("put away somebody who left", "people", "archive_person"),
        "join": Entry("two handles of one person", "taking_back", "join"),
        "export": Entry("all about one person", "person_file", "export_person", ALWAYS),
        "hold": Entry("keep a record from being erased", "taking_back", "hold"),
        "erase": Entry(
            "erase a person for good", "taking_back", "erase", "without --yes"
        ),
    },
)
ACTION: Final = Branch(
    "what a leader does in a talk",
    {
        "list": Entry("the catalogue of actions", "listing", "list_actions", ALWAYS),
        "add": Entry("an action of your own", "vocabulary", "add_action"),
        "hide": Entry("leave an action out of lists", "vocabulary", "hide_action"),
    },
)
TAG: Final = Branch(
    "tags",
    {
        "list": Entry("the tags in use", "listing", "list_tags", ALWAYS),
        "rename": Entry("rename a tag, in the texts too", "vocabulary", "rename_tag"),
    },
)

DRAFT: Final = Branch(
    "texts that are kept until they are safe",
    {
        "list": Entry(
            "the texts that wait, newest first", "keepsakes", "list_drafts", ALWAYS
        ),
        "show": Entry("one of them, whole", "keepsakes", "show_draft", ALWAYS),
        "drop": Entry("remove one for good", "keepsakes", "drop_draft"),
    },
)

CONFIG: Final = Branch(
    "settings",
    {
        "list": Entry(
            "each setting, and where it is from", "configuring", "show_all", ALWAYS
        ),
        "set": Entry("change one setting", "configuring", "set_one"),
        "unset": Entry("let the default hold again", "configuring", "unset_one"),
        "edit": Entry("the whole file in your editor", "configuring", "edit_all"),
    },
)

TABLE: Final[Mapping[str, Table]] = {
    "Record": {
        "add": Entry("a session", "sessions", "add"),
        "observe": Entry(
            "a dated fact seen outside a session", "observations", "observe"
        ),
        "goal": GOAL,
        "resistance": RESISTANCE,
        "assess": Entry("the three outcomes of coaching", "outcomes", "assess"),
        "next": Entry("what somebody will do, and by when", "commitments", "add_next"),
        "raise": Entry("a topic for the next talk", "commitments", "raise_topic"),
        "done": Entry(
            "close what was done or talked about", "commitments", "close_done"
        ),
        "drop": Entry("close what will not be done", "commitments", "drop"),
        "share": Entry("that something was told or given", "handouts", "share"),
        "draft": DRAFT,
    },
    "Look": {
        "timeline": Entry(
            "everything that happened", "looking_back", "timeline", ALWAYS
        ),
        "report": Entry("one person, or the team", "reporting", "report", ALWAYS),
        "prep": Entry("what matters before the next talk", "preparing", "prep", ALWAYS),
        "due": Entry("what is due", "looking_back", "due", ALWAYS),
        "check": Entry("what a reviewer would miss", "checking", "check", ALWAYS),
        "hours": Entry("the log of coaching hours", "hours", "hours", ALWAYS),
        "show": Entry(
            "one entry whole, with its history", "looking_back", "show", ALWAYS
        ),
        "search": Entry("entries by their words", "searching", "search", ALWAYS),
        "recap": Entry(
            "what was agreed, ready for a mail", "recapping", "recap", "without --share"
        ),
    },
    "Change": {
        "edit": Entry("change an entry", "changing", "edit"),
        "delete": Entry("delete entries", "changing", "delete"),
        "undo": Entry("take back the newest change", "changing", "undo", "with --show"),
        "history": Entry(
            "every version of an entry", "looking_back", "history", ALWAYS
        ),
    },
    "People": {"person": PERSON, "action": ACTION, "tag": TAG},
    "Exchange": {
        "export": Entry("a view, for scripts", "exporting", "export", ALWAYS),
        "import": Entry("other programs' files", "importing", "import_files", ALWAYS),
    },
    "Care": {
        "redact": Entry("take back words for good", "taking_back", "redact"),
        "backup": Entry(
            "copy the journal, or list its backups", "care", "backup", "with --list"
        ),
        "restore": Entry("put a backup in the journal's place", "care", "restore"),
        "merge": Entry(
            "take in another device's journal", "care", "merge", "with --dry-run"
        ),
        "verify": Entry("check the journal and its log", "care", "verify", ALWAYS),
        "doctor": Entry("what surrounds the journal", "doctor", "doctor", ALWAYS),
        "encrypt": Entry("lock the journal by a passphrase", "encrypting", "encrypt"),
        "decrypt": Entry("make it a plain file again", "encrypting", "decrypt"),
        "rekey": Entry("another passphrase", "encrypting", "rekey"),
        "config": CONFIG,
        "demo": Entry("look around in invented entries", "demo", "demo"),
    },
    UNLISTED: {
        "today": Entry("what is due today", "looking_back", "show_today", ALWAYS),
        "help": Entry("this help, or that of a command", "help", "show_help"),
    },
}

ALIASES: Final = {"resist": "resistance", "log": "timeline", "rm": "delete"}
