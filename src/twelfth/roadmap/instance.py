"""What a plan is made from: a calendar, rounds ahead, actions, and how much of a person no profile shows."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from twelfth.base import invalid
from twelfth.roadmap.action import Action, is_whole
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.points import Points


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAhead:
    """A round to come: the week in which it decides, and the logit of the chance there without any action."""

    week: int
    base_logit: float

    def __post_init__(self) -> None:
        if not is_whole(self.week, 0):
            raise invalid("week of a round", self.week, "a whole number of at least 0", field="week")
        if not math.isfinite(self.base_logit):
            raise invalid(f"base_logit of the round in week {self.week}", self.base_logit, "a finite number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """What can be done, with what, until when. `sigma`: sd of the persistent part that no profile shows, in logits.

    points: where published points decide, in place of rounds and sigma; no effect is read then, but for what helps at
    all (above 0).

    Raises:
        InvalidInput: two actions of one id, an unknown prerequisite, a circle of prerequisites, a renewal of a renewal
            or one that does not follow its original or has another effect, a negative sigma.
    """

    calendar: Calendar
    rounds: tuple[RoundAhead, ...]
    actions: tuple[Action, ...]
    sigma: float = 0.0
    points: Points | None = None
    by_id: dict[str, Action] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not (math.isfinite(self.sigma) and self.sigma >= 0):
            raise invalid("sigma", self.sigma, "a finite number of at least 0", field="sigma")
        if self.points is not None and (self.rounds or self.sigma):
            raise invalid("rounds", f"{len(self.rounds)}, sigma {self.sigma:g}", "none where points decide")
        found: dict[str, Action] = {}
        for action in self.actions:
            if action.id in found:
                raise invalid("id of an action", action.id, "one that no other action has", field="id")
            found[action.id] = action
        object.__setattr__(self, "by_id", found)
        for action in self.actions:
            self._check_after(action)
            self._check_renewal(action)
        circle = next(self._circles(), None)
        if circle:
            raise invalid("prerequisites", " -> ".join(circle), "no circle", field="after")

    def _check_after(self, action: Action) -> None:
        for named in action.after:
            if named not in self.by_id:
                raise invalid(f"after of action {action.id}", named, "the id of an action", field="after")

    def _check_renewal(self, action: Action) -> None:
        if action.renews is None:
            return
        original = self.by_id.get(action.renews)
        thing = f"renews of action {action.id}"
        if original is None:
            raise invalid(thing, action.renews, "the id of an action", field="renews")
        if original.renews is not None:
            raise invalid(thing, action.renews, "an original, not a renewal", field="renews")
        if action.renews not in action.after:
            raise invalid(thing, action.renews, "an action that is also in `after`", field="renews")
        if original.effect != action.effect:
            raise invalid(f"effect of action {action.id}", action.effect, f"that of {original.id}, {original.effect}")

    def _circles(self) -> Iterator[list[str]]:
        """Paths of prerequisites that come back to where they began."""
        done: set[str] = set()
        for start in self.by_id:
            path, ahead = [start], [iter(self.by_id[start].after)]
            while path and start not in done:
                named = next(ahead[-1], None)
                if named is None:
                    done.add(path.pop())
                    ahead.pop()
                elif named in path:
                    yield [*path[path.index(named) :], named]
                    return
                elif named not in done:
                    path.append(named)
                    ahead.append(iter(self.by_id[named].after))

    @property
    def weeks(self) -> int:
        """The horizon."""
        return self.calendar.weeks

    @property
    def last_week(self) -> int:
        """No work after it earns anything: the horizon or the last round, whichever is earlier."""
        last = max((each.week for each in self.rounds), default=0)
        return min(self.weeks, last if self.points is None else self.points.weeks - 1)

    @property
    def in_order(self) -> tuple[Action, ...]:
        """The actions, prerequisites first, otherwise as they were given."""
        placed: dict[str, Action] = {}

        def place(action: Action) -> None:
            stack = [action]
            while stack:
                waiting = [self.by_id[named] for named in stack[-1].after if named not in placed]
                if waiting:
                    stack.append(waiting[0])
                else:
                    last = stack.pop()
                    placed.setdefault(last.id, last)

        for action in self.actions:
            place(action)
        return tuple(placed.values())

    @property
    def lines(self) -> tuple[tuple[int, ...], ...]:
        """Of each action in order: the places of all that comes before it, and its own, in order."""
        actions = self.in_order
        place = {action.id: index for index, action in enumerate(actions)}
        found: list[tuple[int, ...]] = []
        for index, action in enumerate(actions):
            found.append(tuple(sorted({index}.union(*(found[place[named]] for named in action.after)))))
        return tuple(found)
