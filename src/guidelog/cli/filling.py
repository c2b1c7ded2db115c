"""Filling in: what the line leaves out comes from the editor, or is asked for."""

from guidelog.cli.conversation import conversing
from guidelog.cli.desk import talk_facts
from guidelog.cli.drafts import keep_typed
from guidelog.cli.editor import edit
from guidelog.cli.forms import Form, Wanted
from guidelog.cli.front_matter import Page, read_page, write_page
from guidelog.cli.lines_above import REMARK, take_page, write_lines
from guidelog.cli.sheet import Sheet
from guidelog.cli.templates import fill_template, read_template
from guidelog.cli.texts import form_of, is_conversation
from guidelog.errors import NothingSaved
from guidelog.storage.buffers import BUFFER


def fill(form: Form, sheet: Sheet, wanted: Wanted) -> None:
    """Complete a sheet in the editor, then by asking on a terminal.

    Raises NothingSaved, Unanswered, and whatever an answer is refused with.
    """
    if wanted.is_editor:
        _write(form, sheet, wanted)
    if is_conversation():
        with conversing(form, sheet) as talk:
            talk.settle_whom()
            if lacks_text(form, sheet):
                talk.ask_all()
            talk.ask_needed()


def lacks_text(form: Form, sheet: Sheet) -> bool:
    """Say whether the command's own text is missing, and nothing stands in for it."""
    text = form_of(sheet.params[form.text])
    stand_ins = text.unless if text else ()
    is_needless = any(sheet.ctx.params.get(other) for other in stand_ins)
    return sheet.is_missing(form.text) and not is_needless


def _write(form: Form, sheet: Sheet, wanted: Wanted) -> None:
    before = wanted.buffer or _compose(form, sheet, wanted.template)
    edited = edit(before, lambda text: keep_typed({BUFFER: [text]}, is_text=True))
    is_same = edited.rstrip("\n") == before.rstrip("\n")
    if not edited.strip() or (is_same and wanted.buffer is None):
        raise NothingSaved
    take_page(form, sheet, read_page(edited))
    if lacks_text(form, sheet):
        raise NothingSaved
    keep_typed({BUFFER: None}, is_text=False)


def _compose(form: Form, sheet: Sheet, template: str | None) -> str:
    page = Page((), sheet.words_of(form.text))
    if template is not None:
        if sheet.is_missing(form.whom.name) and is_conversation():
            _ask_whom(form, sheet)
        who = sheet.words_of(form.whom.name)
        page = read_page(fill_template(read_template(template), talk_facts(form, who)))
        page = Page(page.lines, f"{sheet.words_of(form.text)}\n{page.text}".strip())
    said = dict(write_lines(form, sheet))
    said |= {one.key: one.value for one in page.lines if not said.get(one.key)}
    has_steps = "steps" in sheet.params
    return write_page(said.items(), page.text, REMARK if has_steps else "")


def _ask_whom(form: Form, sheet: Sheet) -> None:
    with conversing(form, sheet) as talk:
        talk.settle_whom()
