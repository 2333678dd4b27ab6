"""The `[[after_yes]]` tables of pack.toml: what follows a yes, and within how many days."""

from twelfth.base import InvalidInput
from twelfth.goal import AfterYes
from twelfth.packs.form import Form
from twelfth.packs.report import Report


def read_after_yes(head: Form, report: Report) -> tuple[AfterYes, ...]:
    """Every step after a yes. The days of one need a source."""
    steps = []
    for one in head.forms("after_yes"):
        with report.at(one.file, line=one.line()):
            steps.append(_step(one))
    return tuple(steps)


def _step(form: Form) -> AfterYes:
    name, title, days = form.text("id"), form.text("title"), form.maybe("days", int)
    begins, ends, known = form.day("from"), form.day("to"), form.day("known")
    note, source = form.text("note", ""), form.sources()
    form.finish()
    if len(name.split()) != 1:
        raise form.problem("id", name, "one word, such as apply")
    if not title:
        raise form.problem("title", title, "what is to be done, such as Apply for permanent residence")
    if days is not None and not source:
        raise form.problem("days", days, "a source beside it, which says so")
    try:
        return AfterYes(
            id=name, title=title, days=days, begins=begins, ends=ends, known=known, note=note, source=source
        )
    except InvalidInput as error:
        one = error.problems[0]
        raise form.problem(one.field, one.value, one.expected) from None
