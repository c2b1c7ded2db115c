"""The conversation: what a command is not told on its line is asked on a terminal.

What stands on the line answers first. Where the command's own text is missing
everything else that is missing is asked too; where it is there, only what is needed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread
from typing import Final

from guidelog.cli import output, prompts
from guidelog.cli.desk import Desk, sit_down
from guidelog.cli.drafts import keep_typed
from guidelog.cli.editor import edit_plain
from guidelog.cli.forms import Form, Question
from guidelog.cli.keyboard import at_keyboard, more_is_waiting, type_line
from guidelog.cli.newcomers import meet
from guidelog.cli.questions import split_words
from guidelog.cli.sheet import Sheet
from guidelog.errors import (
    ArchivedPerson,
    GuidelogError,
    NoOpenNote,
    NothingSaved,
    NotUtf8,
    SeveralNamed,
    Unanswered,
    UnknownPerson,
)
from guidelog.matching import Known, match_person, split_names

EDITOR: Final = "e"
"""What is typed in a text to go on in the editor."""
_ROOMS: Final = (
    *("sessions", "outcomes", "goals", "resistance", "commitments", "people"),
    "transaction",
)


class Conversation:
    """One command's questions and their answers."""

    def __init__(self, form: Form, sheet: Sheet) -> None:
        """Sit down with a form and a sheet to fill."""
        self.form, self.sheet = form, sheet
        self.desk: Desk = sit_down()
        self.is_over = False
        """Whether the leader has ended it: Enter is meant for all that is left."""
        self._loading: Thread | None = None

    def end(self) -> None:
        """Wait until the journal's rooms are loaded; a blank line ends the talk."""
        if self._loading is not None:
            # two threads that import the same rooms may each find half of them
            self._loading.join()
            output.write("\n")
            output.finish()

    def settle_whom(self) -> None:
        """See to it that it is known whom this is about; somebody new may be added.

        Raises UnknownPerson, TwoPeople, NoOpenNote and Unanswered.
        """
        name = self.form.whom.name
        if self.sheet.is_missing(name):
            if self.form.about == "note" and not self.desk.notes:
                raise NoOpenNote
            self._ask(self.form.whom)
        elif self.form.about != "note" and not self.sheet.is_said("new"):
            self._know_people(self.sheet.ctx.params[name])
        self._turn_to(self.sheet.words_of(name))

    def ask_all(self) -> None:
        """Ask for everything that is missing. Raises NothingSaved, Unanswered."""
        self._say_header()
        for question in self.form.questions:
            if self.sheet.is_missing(question.name) and self._fits(question):
                self._ask(question)

    def ask_needed(self) -> None:
        """Ask for what the command can't do without. Raises Unanswered."""
        for question in self.form.questions:
            if self.sheet.is_missing(question.name) and not question.nothing:
                self._ask(question)

    def _fits(self, question: Question) -> bool:
        return question.when(self.sheet.ctx.params, self.desk)

    def _ask(self, question: Question) -> None:
        self._begin()
        if question.is_long:
            self._ask_text(question)
        elif question.repeats:
            self._ask_again_and_again(question)
        else:
            self._ask_once(question, [])
        if question.name == self.form.text and self.sheet.is_missing(question.name):
            raise NothingSaved

    def _begin(self) -> None:
        if self._loading is None:
            # the half second that SQLModel takes to load passes while the leader types
            self._loading = Thread(target=_load_journal, daemon=True)
            self._loading.start()

    def _ask_again_and_again(self, question: Question) -> None:
        said: list[str] = []
        while self._ask_once(question, said):
            pass

    def _ask_once(self, question: Question, said: list[str]) -> bool:
        """Ask until it is answered or left; tells whether it was answered."""
        while not self.is_over:
            try:
                answer = self._hear(question)
                if answer:
                    self._take(question, answer, said)
                return bool(answer)
            except EOFError:
                self.is_over = True
            except GuidelogError as refusal:
                prompts.say_again(refusal)
        if not question.nothing:
            raise Unanswered(question=question.asks)
        return False

    def _hear(self, question: Question) -> str:
        """Hear one answer; empty where the question is left out."""
        known, default = question.words(self.desk), question.default(self.desk)
        prompt = prompts.word(question, known, default)
        while True:
            answer = type_line(prompt, list(known)).strip() or default
            if answer == "?" and known:
                prompts.show_words(known)
            elif answer or question.nothing:
                return answer
            else:
                prompts.say("This is needed; Ctrl-C stops and keeps what you typed.")

    def _take(self, question: Question, answer: str, said: list[str]) -> None:
        question.check(answer, self.desk)
        if question is self.form.whom and self.form.about != "note":
            self._know_people(answer)
        elif question.repeats:
            self.sheet.fill(question.name, [*said, answer])
            said.append(answer)
        elif self.sheet.has_words(question.name):
            self.sheet.fill(question.name, split_words(answer))
        elif self.sheet.is_flag(question.name):
            self.sheet.fill(
                question.name, answer == next(iter(question.words(self.desk)))
            )
        else:
            self.sheet.fill(question.name, answer)

    def _ask_text(self, question: Question) -> None:
        prompts.say_heading(question)
        lines: list[str] = []
        while (line := self._hear_line()) is not None:
            if line.strip() == EDITOR:
                edited = edit_plain("\n".join(lines), self._keep_as(question))
                lines = edited.split("\n") if edited else lines
                if edited:
                    break
            else:
                lines.append(line)
                self._keep_as(question)("\n".join(lines))
        if any(line.strip() for line in lines):
            self.sheet.fill(question.name, "\n".join(lines).strip())

    def _hear_line(self) -> str | None:
        """Hear one line of a text; None where it ends."""
        while True:
            try:
                line = type_line("> ")
            except EOFError:
                return None
            except NotUtf8 as refusal:
                prompts.say_again(refusal)
            else:
                # an empty line inside something pasted parts two paragraphs
                is_end = not line.strip() and not more_is_waiting()
                return None if is_end else line

    def _keep_as(self, question: Question) -> Callable[[str], None]:
        return lambda text: keep_typed({question.name: [text]}, is_text=True)

    def _know_people(self, answer: str) -> None:
        names = split_names(answer)
        if len(names) > 1 and self.form.about == "person":
            return
        self.sheet.fill(self.form.whom.name, ",".join(map(self._know, names)))

    def _know(self, name: str) -> str:
        try:
            return match_person(name, self.desk.people)
        except (ArchivedPerson, SeveralNamed):
            raise
        except UnknownPerson as unknown:
            self._begin()
            newcomer = meet(name, unknown)
        if isinstance(newcomer, str):
            return newcomer
        self.desk.people.append(Known(newcomer.handle, newcomer.name))
        return newcomer.handle

    def _turn_to(self, whom: str) -> None:
        if self.form.about != "note":
            self.desk.turn_to(tuple(whom.split(",")))

    def _say_header(self) -> None:
        if self.form.about == "note":
            note = self.desk.notes.get(self.sheet.words_of(self.form.whom.name))
            if note:
                prompts.say(prompts.word_note(note))
        else:
            prompts.say(prompts.word_people(self.desk))


@contextmanager
def conversing(form: Form, sheet: Sheet) -> Iterator[Conversation]:
    """Talk with the leader, to the end."""
    with at_keyboard():
        talk = Conversation(form, sheet)
        yield talk
    talk.end()


def _load_journal() -> None:
    # Whatever goes wrong here goes wrong again, and is told, where it is needed.
    with suppress(Exception):
        import_module("guidelog.cli.weighing")
        rooms = [import_module(f"guidelog.journal.{room}") for room in _ROOMS]
        rooms[-1].make_ready()
