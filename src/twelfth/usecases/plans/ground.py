"""What a question about a plan is asked of: what can be done, how its chances are told, and whose road it is.

The one door through which an instance reaches such a question, from a file or from a case. Where the weeks of an answer
are those of a case it says so (`Whose`), and whoever tells it makes days of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from twelfth.base import InvalidInput, Problem
from twelfth.usecases.plans.ports import InstanceShelf

if TYPE_CHECKING:
    from twelfth.learn import Route
    from twelfth.roadmap import Instance, Plan, Unseen


class Evidence(Protocol):
    """How the chance of a plan is told by the weeks in which its actions are complete, where not as the planner has it,
    and what no plan exceeds."""

    def chance(self, instance: "Instance", done: Mapping[str, int]) -> float: ...

    def bound(self, instance: "Instance") -> float: ...

    def unseen(self) -> "Unseen": ...


def chance_done(instance: "Instance", done: Mapping[str, int], evidence: Evidence | None) -> float:
    """Of at least one selection, by the weeks in which actions are complete."""
    from twelfth.roadmap import chance

    return (evidence.chance if evidence else chance)(instance, done)


def chance_of(instance: "Instance", plan: "Plan", evidence: Evidence | None) -> float:
    """The same of a plan that can be done."""
    return chance_done(instance, plan.completions(instance.by_id), evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The case whose road an answer is about. Week w begins w weeks after `starts`.

    hours_per_week, budget: what it was drawn for, budget null where nothing is said of money. titles: of the moves by
    id; kinds: of the kinds of round by name. evidence: what a chance rests on, "points" or "people". days: of the
    rounds expected, in order; none where points decide and rounds may fall on any day. renews: results that lapse are
    taken again in time.
    """

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    attribution: str
    as_of: date
    starts: date
    until: date
    hours_per_week: int
    budget: int | None
    currency: str
    evidence: str
    titles: Mapping[str, str]
    kinds: Mapping[str, str]
    days: tuple[date, ...]
    renews: bool = False

    def day(self, week: int) -> date:
        """The first day of a week; what is complete in it is complete by that day."""
        return self.starts + timedelta(weeks=week)

    def round_in(self, week: int) -> date:
        """The day of the round of a week; the first day of the week where it has none of its own."""
        return next((day for day in self.days if (day - self.starts).days // 7 == week), self.day(week))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """instance: what can be done. evidence: how chances are told; null: as the planner has them. given: the plan that
    is there, which can be done; null: none is. whose: null where the instance is that of a file.

    routes: what the actions are; held: moves that there is nothing left to do for; closed: why each other move is no
    action. pauses: Mondays of weeks in which nothing can be worked.
    """

    instance: "Instance"
    evidence: Evidence | None = None
    given: "Plan | None" = None
    whose: Whose | None = None
    routes: "tuple[Route, ...]" = ()
    held: frozenset[str] = frozenset()
    closed: Mapping[str, str] = field(default_factory=dict)
    pauses: tuple[date, ...] = ()

    def chance(self, plan: "Plan", instance: "Instance | None" = None) -> float:
        """Of at least one selection, of a plan that can be done; in the instance as it is, or as it is changed."""
        return chance_of(instance or self.instance, plan, self.evidence)


def able(plan: "Plan", instance: "Instance", file: str) -> "Plan":
    """The plan of a file, if it can be done. Raises InvalidInput with every rule it breaks."""
    from twelfth.roadmap import violations

    broken = violations(instance, plan)
    if broken:
        step = "A plan that can be done: twelfth plan --json, with what there is now."
        expected = "work that can be done in this instance"
        raise InvalidInput(*(Problem(thing=one, expected=expected, file=file, next_step=step) for one in broken))
    return plan


def file_ground(file: str, *, instances: InstanceShelf, plan_file: str | None = None) -> Ground:
    """The instance of a file, with a plan of another.

    Raises:
        NotFound: no such file.
        InvalidInput: an instance that cannot be; a plan that cannot be done, with every rule it breaks.
    """
    instance, _ = instances.get(file)
    given = None if plan_file is None else able(instances.plan(plan_file), instance, plan_file)
    return Ground(instance=instance, given=given)
