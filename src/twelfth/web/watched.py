"""How far long work has come, in a sentence and as a part of a whole; told to end, it ends there."""

from django.utils.translation import gettext as _

from twelfth.usecases import Doing, Watch
from twelfth.web.jobs import WORK, Job
from twelfth.web.writing import figure


def watching(job: Job) -> Watch:
    """What the work is watched by. It raises Stopped once the job is told to end."""
    before: list[tuple[Doing, int, int]] = []

    def watch(doing: Doing, at: int, of: int) -> None:
        job.check()
        if before != [(doing, at, of)]:
            before[:] = [(doing, at, of)]
            job.at, job.of = at, of
            job.say = lambda: _words(doing, job.kind) % {"at": figure(f"{at:,}"), "of": figure(f"{of:,}")}

    return watch


def _words(doing: Doing, kind: str) -> str:
    if kind == WORK:
        return _("Writing entry %(at)s of %(of)s.")
    return {
        Doing.READING: _("Reading goal %(at)s of %(of)s."),
        Doing.COMPARING: _("Comparing goal %(at)s of %(of)s with what is kept."),
        Doing.WRITING: _("Writing goal %(at)s of %(of)s."),
    }[doing]
