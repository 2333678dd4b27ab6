"""Long work in the background: what it has come to, whether it is to end, and what it ended in.

A job belongs to a goal and goes on when its page is closed. What it finds it keeps itself; nothing waits for a page.
One that draws is noted at home while it goes on, so that after a restart it is told as interrupted.
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


@dataclass(slots=True)
class Job:
    """One piece of long work. told: what it has come to, as a sentence; error: why it ended without an answer;
    words: the same in the program's own words; clashes: wishes that do not go together. sent: the form that began it,
    which is shown again where it ended without an answer. do: what that form asked for; interrupted: the app ended
    before the job did; unwanted: its goal is erased, and nothing of it is to be kept."""

    kind: str
    sent: Mapping[str, str] = field(default_factory=dict)
    do: str = ""
    interrupted: bool = False
    clashes: tuple[Clash, ...] = ()
    began: float = field(default_factory=monotonic)
    told: str = ""
    error: str = ""
    words: str = ""
    next_step: str = ""
    done: bool = False
    stop: Event = field(default_factory=Event)
    unwanted: bool = False

    def tell(self, sentence: str) -> None:
        self.told = sentence

    def over(self) -> bool:
        """Whether it was told to end."""
        return self.stop.is_set()

    @property
    def seconds(self) -> int:
        return int(monotonic() - self.began)


class Jobs:
    """At most one job of each goal."""

    def __init__(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def of(self, goal: str) -> Job | None:
        """The one that goes on or ended last; else what was interrupted."""
        with self._lock:
            return self._jobs.get(goal) or self._interrupted(goal)

    def start(
        self, goal: str, kind: str, work: Callable[[Job], None], *, sent: Mapping[str, str] | None = None, do: str = ""
    ) -> Job:
        """Begin. sent: the form that asks for it; do: what that asks for, where it is to be told after a restart.
        Raises Conflict while another one of the goal goes on."""
        with self._lock:
            before = self._jobs.get(goal)
            if before is not None and not before.done:
                raise Conflict(_("A road is being drawn already."), next_step=_("Wait for it, or stop it first."))
            job = self._jobs[goal] = Job(kind=kind, sent=sent or {}, do=do)
            if do:
                self._unfinished.begin(goal, Noted(do=do, sent=job.sent))
        Thread(target=self._run, args=(goal, job, work), name=f"twelfth-{kind}", daemon=True).start()
        return job

    def forget(self, goal: str) -> None:
        """What has ended is told no more."""
        with self._lock:
            job = self._jobs.get(goal)
            if job is not None and job.done:
                del self._jobs[goal]
            if job is None or job.done:
                self._unfinished.end(goal)

    def drop(self, goal: str) -> None:
        """Of a goal that is erased: what goes on ends soon and keeps nothing, and no note of it is left."""
        with self._lock:
            job = self._jobs.pop(goal, None)
            if job is not None:
                job.unwanted = True
                job.stop.set()
            self._unfinished.erase(goal)

    def _interrupted(self, goal: str) -> Job | None:
        left = self._unfinished.left(goal)
        if left is None:
            return None
        return Job(
            kind="road",
            sent=left.sent,
            do=left.do,
            interrupted=True,
            done=True,
            error=_("Drawing was interrupted: the app ended before the road was there."),
        )

    def _run(self, goal: str, job: Job, work: Callable[[Job], None]) -> None:
        from django.db import connections

        try:
            work(job)
        except TwelfthError as error:
            job.error, job.next_step = error.reason, error.next_step
        except Exception:
            log.exception("A job ended by a mistake of this program")
            job.error = _("Twelfth made a mistake here. What you had is as it was.")
        finally:
            if job.do:
                self._unfinished.end(goal)
            job.done = True
            connections.close_all()
