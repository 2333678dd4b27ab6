"""What a replan is answered with: the best plan found for each number of changes, and what each change gains."""

from dataclasses import dataclass, replace

from twelfth.roadmap.answer import Effort
from twelfth.roadmap.changes import Change
from twelfth.roadmap.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A plan that can be done, with its chance and its changes to the old one."""

    plan: Plan
    chance: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrawn:
    """The trade-off: of plans that can be done, the best found by the number of their changes.

    steps: more changes and a higher chance each; the first has the fewest changes found. bound: what the chance of no
    plan exceeds, however much it changes. idle: the chance where nothing is done from `since` on but what is finished.
    """

    steps: tuple[Step, ...]
    bound: float
    idle: float
    effort: Effort
    warnings: tuple[str, ...] = ()

    @property
    def fewest(self) -> Step:
        """The old plan as far as it can be kept."""
        return self.steps[0]

    def within(self, most: int) -> Step | None:
        """The best with at most so many changes; None where none was found."""
        able = [step for step in self.steps if len(step.changes) <= most]
        return able[-1] if able else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A change, and what would be without it.

    without: the best plan found that makes no change but the others, not necessarily all of them; None: none can be
    done, so the change is forced. points: of chance, by which that plan is worse. with_it: the other changes that go
    with this one.
    """

    change: Change
    chance: float
    without: Step | None

    @property
    def forced(self) -> bool:
        """Whether no plan was found without it."""
        return self.without is None

    @property
    def points(self) -> float | None:
        """What the change gains in chance; None where it is forced."""
        return None if self.without is None else self.chance - self.without.chance

    def with_it(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Of the changes of the plan, the others that are not made either without this one."""
        kept = () if self.without is None else tuple(each.action for each in self.without.changes)
        forced = self.without is None
        return tuple(one for one in changes if not forced and one != self.change and one.action not in kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A plan and what each of its changes gains."""

    step: Step
    gains: tuple[Gain, ...]


def cut_redrawn(redrawn: Redrawn) -> Redrawn:
    """The same answer, saying that a time limit ended the work."""
    return replace(redrawn, effort=replace(redrawn.effort, cut=True))
