"""Long work in the background: what it has come to, whether it is to end, and what it ended in.

A job belongs to a place, which is a goal, something below it ("goal/work"), or "" for all that is kept, and goes on
when its page is closed. What it finds it keeps itself; nothing waits for a page. One that draws or writes is noted at
home while it goes on, so that after a restart it is told as interrupted.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from time import monotonic

from django.utils.translation import gettext as _

from twelfth.base import Conflict, TwelfthError
from twelfth.compose import Noted, Unfinished
from twelfth.usecases import Clash

log = logging.getLogger(__name__)
ROAD, LOOK, IMPORT, WORK = "road", "look", "import", "work"
"""Kinds: a road is drawn; an export is looked at; it is brought in; work from a table is written."""


class Stopped(TwelfthError):
    """It was told to end, and nothing of it is kept."""


@dataclass(slots=True)
class Job:
    """One piece of long work. say: what it has come to, as a sentence; error: why it ended without an answer;
    words: the same in the program's own words; clashes: wishes that do not go together. sent: the form that began it,
    which is shown again where it ended without an answer. do: what that form asked for; interrupted: the app ended
    before the job did; unwanted: its goal is erased, and nothing of it is to be kept. where: the address of its page.
    at, of: which piece it is at, from 1, and of how many, 0 where that is not known. found: its answer, which is shown
    on its page; raised: the error it ended by; seen: what it ended in was shown."""

    kind: str
    where: str = ""
    sent: Mapping[str, str] = field(default_factory=dict)
    do: str = ""
    interrupted: bool = False
    clashes: tuple[Clash, ...] = ()
    began: float = field(default_factory=monotonic)
    say: Callable[[], str] = str
    error: str = ""
    words: str = ""
    next_step: str = ""
    done: bool = False
    stop: Event = field(default_factory=Event)
    unwanted: bool = False
    at: int = 0
    of: int = 0
    found: object = None
    raised: TwelfthError | None = None
    seen: bool = False
    ended: Event = field(default_factory=Event)

    def tell(self, sentence: str) -> None:
        self.say = lambda: sentence

    @property
    def told(self) -> str:
        """What it has come to, in the language of whoever asks, as far as it can be."""
        return self.say()

    @property
    def stopped(self) -> bool:
        """Whether it ended because it was told to, with nothing kept."""
        return isinstance(self.raised, Stopped)

    def check(self) -> None:
        """Raises Stopped where it was told to end: for work of which all is kept or nothing."""
        if self.over():
            raise Stopped(_("Stopped. Nothing was written."), next_step=_("What you had is as it was."))

    def over(self) -> bool:
        """Whether it was told to end."""
        return self.stop.is_set()

    @property
    def seconds(self) -> int:
        return int(monotonic() - self.began)


class Jobs:
    """At most one job of each place."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def of(self, place: str) -> Job | None:
        """The one that goes on or ended last; else what was interrupted."""
        with self._lock:
            return self._jobs.get(place) or self._interrupted(place)

    def start(
        self,
        place: str,
        kind: str,
        work: Callable[[Job], None],
        *,
        where: str = "",
        sent: Mapping[str, str] | None = None,
        do: str = "",
    ) -> Job:
        """Begin. where: the address of its page; sent: the form that asks for it; do: what that asks for, where it is
        to be told after a restart. Raises Conflict while another one of the place goes on."""
        with self._lock:
            before = self._jobs.get(place)
            if before is not None and not before.done:
                raise Conflict(_busy(kind), next_step=_("Wait for it, or stop it first."))
            job = self._jobs[place] = Job(kind=kind, where=where, sent=sent or {}, do=do)
            if do:
                self._unfinished.begin(place, Noted(do=do, sent=job.sent))
        Thread(target=self._run, args=(place, job, work), name=f"twelfth-{kind}", daemon=True).start()
        return job

    def forget(self, place: str) -> None:
        """What has ended is told no more."""
        with self._lock:
            job = self._jobs.get(place)
            if job is not None and job.done:
                del self._jobs[place]
            if job is None or job.done:
                self._unfinished.end(place)

    def drop(self, goal: str) -> None:
        """Of a goal that is erased: what goes on ends soon and keeps nothing, and no note of it is left."""
        with self._lock:
            for place in [each for each in self._jobs if each == goal or each.startswith(f"{goal}/")]:
                job = self._jobs.pop(place)
                job.unwanted = True
                job.stop.set()
            self._unfinished.erase(goal)

    def _interrupted(self, place: str) -> Job | None:
        left = self._unfinished.left(place)
        if left is None:
            return None
        kind = left.do if left.do in (IMPORT, WORK) else ROAD
        error, next_step = _cut_short(kind)
        return Job(kind=kind, sent=left.sent, do=left.do, interrupted=True, done=True, error=error, next_step=next_step)

    def _run(self, place: str, job: Job, work: Callable[[Job], None]) -> None:
        from django.db import connections

        try:
            work(job)
        except TwelfthError as error:
            job.error, job.next_step, job.raised = error.reason, error.next_step, error
        except Exception:
            log.exception("A job ended by a mistake of this program")
            job.error = _("Twelfth made a mistake here. What you had is as it was.")
            job.raised = TwelfthError(job.error)
        finally:
            if job.do:
                self._unfinished.end(place)
            connections.close_all()  # before it is done: whoever saw it end may bind another database
            job.done = True
            job.ended.set()


def _busy(kind: str) -> str:
    if kind == ROAD:
        return _("A road is being drawn already.")
    if kind == WORK:
        return _("A table is being put into this log already.")
    return _("A file is being looked at or brought in already.")


def _cut_short(kind: str) -> tuple[str, str]:
    """What is said of work that the end of the app cut short, and what to do."""
    if kind == ROAD:
        return _("Drawing was interrupted: the app ended before the road was there."), ""
    told = _("Bringing in was interrupted: the app ended. Either all of what you sent is here, or nothing of it.")
    return told, _("Send it again: what is here already is not written twice.")
