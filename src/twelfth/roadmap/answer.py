"""What the planner answers: a plan with how good any plan could be, that none reaches the target, or not yet known."""

from dataclasses import dataclass, replace

from twelfth.roadmap.easing import Easing, RoundReached
from twelfth.roadmap.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What an answer took: slices of work, the seed, versions of what computed it, and whether a time limit cut it.

    The same instance, seed and slices give the same answer, unless it was cut.
    """

    slices: int
    seed: int
    versions: tuple[tuple[str, str], ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A plan that can be done. chance: of it; bound: what the chance of no plan exceeds; idle: of doing nothing.

    Where the least weeks, hours or money to a target were asked for, value: those of the plan; least: no plan that
    reaches the target needs less; reached: the round by which its chance reaches the target.
    """

    plan: Plan
    chance: float
    bound: float
    idle: float
    effort: Effort
    value: int | None = None
    least: int | None = None
    reached: RoundReached | None = None
    warnings: tuple[str, ...] = ()

    @property
    def best(self) -> "Found":
        """Itself, as every answer holds the best plan there is."""
        return self

    @property
    def gap(self) -> float:
        """By how much the best plan may be better."""
        return max(0.0, self.bound - self.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """No plan reaches the target: the bound of `best`, the best plan found, is below it.

    conflicts: limits, of hours and of money, none of which can be left out of what makes it impossible; empty where it
    is so with all hours and all money at once. easings: of limits of which so much more alone suffices, each with a
    plan that shows it. never: limits of which no amount alone suffices, which is proved. A limit in neither: it is not
    known. earliest: where more rounds suffice, the one that they end with.
    """

    best: Found
    target: float
    conflicts: tuple[str, ...] = ()
    easings: tuple[Easing, ...] = ()
    never: tuple[str, ...] = ()
    earliest: RoundReached | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """No plan that reaches the target was found, nor is it proved that there is none: the work ended first.

    best: the best plan found.
    """

    best: Found
    target: float


Answer = Found | Impossible | Undecided


def cut_short(answer: Answer) -> Answer:
    """The same answer, saying that a time limit ended the work."""
    return _amended(answer, replace(answer.best, effort=replace(answer.best.effort, cut=True)))


def warned(answer: Answer, warnings: tuple[str, ...]) -> Answer:
    """The same answer with what no plan can use."""
    return _amended(answer, replace(answer.best, warnings=warnings))


def _amended(answer: Answer, best: Found) -> Answer:
    return best if isinstance(answer, Found) else replace(answer, best=best)
