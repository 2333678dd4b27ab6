"""A plan: which hours in which weeks go to which action."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from twelfth.roadmap.action import Action


@dataclass(frozen=True, slots=True)
class Plan:
    """Work of each chosen action: (week, hours) pairs in order of week. Whether it may be done, the checker says."""

    work: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, work: Mapping[str, Iterable[Iterable[int]]]) -> "Plan":
        """From (week, hours) pairs in any order."""
        pairs = {name: sorted((int(week), int(hours)) for week, hours in weeks) for name, weeks in work.items()}
        return cls({name: tuple(weeks) for name, weeks in sorted(pairs.items())})

    def first(self, action: Action) -> int:
        """The week in which an action starts."""
        return self.work[action.id][0][0]

    def completion(self, action: Action) -> int:
        """The week in which an action is complete."""
        return action.complete(self.work[action.id][0][0], self.work[action.id][-1][0])

    def completions(self, actions: Mapping[str, Action]) -> dict[str, int]:
        """The week in which each chosen action is complete."""
        return {name: self.completion(actions[name]) for name in self.work}

    def hours(self) -> int:
        """Hours of all actions."""
        return sum(hours for weeks in self.work.values() for _, hours in weeks)

    def cost(self, actions: Mapping[str, Action]) -> int:
        """Money for all actions."""
        return sum(actions[name].cost for name in self.work)
