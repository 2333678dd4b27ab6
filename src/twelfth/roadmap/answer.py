"""What the planner answers: a plan with how good any plan could be, that none reaches the target, or not yet known."""

from dataclasses import dataclass

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
    reaches the target needs less.
    """

    plan: Plan
    chance: float
    bound: float
    idle: float
    effort: Effort
    value: int | None = None
    least: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def gap(self) -> float:
        """By how much the best plan may be better."""
        return max(0.0, self.bound - self.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """No plan reaches the target: the chance of none exceeds `bound`, which is below it.

    best: the best plan found and its chance. conflicts: limits, of hours and of money, none of which can be left out
    of what makes it impossible; empty where it is so with all hours and all money at once.
    """

    best: Plan
    chance: float
    bound: float
    idle: float
    target: float
    effort: Effort
    conflicts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """No plan that reaches the target was found, nor is it proved that there is none: the work ended first."""

    best: Plan
    chance: float
    bound: float
    idle: float
    target: float
    effort: Effort
    warnings: tuple[str, ...] = ()


Answer = Found | Impossible | Undecided
