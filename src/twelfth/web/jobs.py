"""Long work in the background: what it has come to, whether it is to end, and what it ended in.

A job belongs to a goal and goes on when its page is closed. What it finds it keeps itself; nothing waits for a page.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from time import monotonic

from django.utils.translation import gettext as _

from twelfth.base import Conflict, TwelfthError
from twelfth.usecases import Clash

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """One piece of long work. told: what it has come to, as a sentence; error: why it ended without an answer;
    words: the same in the program's own words; clashes: wishes that do not go together. sent: the form that began it,
    which is shown again where it ended without an answer."""

    kind: str
    sent: Mapping[str, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    began: float = field(default_factory=monotonic)
    told: str = ""
    error: str = ""
    words: str = ""
    next_step: str = ""
    done: bool = False
    stop: Event = field(default_factory=Event)

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

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def of(self, goal: str) -> Job | None:
        with self._lock:
            return self._jobs.get(goal)

    def start(self, goal: str, kind: str, work: Callable[[Job], None], *, sent: Mapping[str, str] | None = None) -> Job:
        """Begin. sent: the form that asks for it. Raises Conflict while another one of the goal goes on."""
        with self._lock:
            before = self._jobs.get(goal)
            if before is not None and not before.done:
                raise Conflict(_("A road is being drawn already."), next_step=_("Wait for it, or stop it first."))
            job = self._jobs[goal] = Job(kind=kind, sent=sent or {})
        Thread(target=_run, args=(job, work), name=f"twelfth-{kind}", daemon=True).start()
        return job

    def forget(self, goal: str) -> None:
        """What has ended is told no more."""
        with self._lock:
            job = self._jobs.get(goal)
            if job is not None and job.done:
                del self._jobs[goal]


def _run(job: Job, work: Callable[[Job], None]) -> None:
    from django.db import connections

    try:
        work(job)
    except TwelfthError as error:
        job.error, job.next_step = error.reason, error.next_step
    except Exception:
        log.exception("A job ended by a mistake of this program")
        job.error = _("Twelfth made a mistake here. What you had is as it was.")
    finally:
        job.done = True
        connections.close_all()
