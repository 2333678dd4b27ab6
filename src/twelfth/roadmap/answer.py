"""What the planner answers: a plan with how good any plan could be, that none reaches the target, or not yet known."""

from dataclasses import dataclass, field

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
    """A plan that can be done. chance: of it; bound: what the chance of no plan exceeds; idle: of doing nothing."""

    plan: Plan
    chance: float
    bound: float
    idle: float
    effort: Effort
    warnings: tuple[str, ...] = field(default=())

    @property
    def gap(self) -> float:
        """By how much the best plan may be better."""
        return max(0.0, self.bound - self.chance)
