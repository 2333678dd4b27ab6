"""What a plan is made from: a calendar, rounds ahead, actions, and how much of a person no profile shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from twelfth.base import invalid
from twelfth.roadmap.action import CENTURY, Action, is_within
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.points import Points
from twelfth.roadmap.scored import Scored

MOST_LOGIT, MOST_LOGITS, MOST_SIGMA = 1_000.0, 10_000.0, 10.0
"""Of a round or an action either way; of all effects together; of what no profile shows. A logit of 40 is as good as
certain."""
MOST_NAMED = 30
"""In a message that says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAhead:
    """A round to come: the week in which it decides, and the logit of the chance there without any action."""

    week: int
    base_logit: float

    def __post_init__(self) -> None:
        if not is_within(self.week, 0, CENTURY):
            raise invalid("week of a round", self.week, f"a whole number from 0 to {CENTURY:,}", field="week")
        if not abs(self.base_logit) <= MOST_LOGIT:
            thing, example = f"base_logit of the round in week {self.week}", "A chance of 5% is -2.9."
            expected = f"a number from {-MOST_LOGIT:g} to {MOST_LOGIT:g}"
            raise invalid(thing, self.base_logit, expected, field="base_logit", next_step=example)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """What can be done, with what, until when. `sigma`: sd of the persistent part that no profile shows, in logits.

    points: where published points decide, in place of rounds and sigma; no effect is read then, but for what helps at
    all (above 0). scored: where a function of the traits held gives the chance, to whose logit a round's base_logit is
    added; no effect is read then. past: weeks of rounds that are over, which count for nothing and are told.

    Raises:
        InvalidInput: two actions of one id, an unknown prerequisite, a circle of prerequisites, a renewal of a renewal
            or one that does not follow its original or has another effect, a sigma or an effect out of bounds.
    """

    calendar: Calendar
    rounds: tuple[RoundAhead, ...]
    actions: tuple[Action, ...]
    sigma: float = 0.0
    points: Points | None = None
    scored: Scored | None = None
    past: tuple[int, ...] = ()
    by_id: dict[str, Action] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.sigma <= MOST_SIGMA:
            usual = "1 is usual, 0 leaves nothing unseen."
            raise invalid("sigma", self.sigma, f"a number from 0 to {MOST_SIGMA:g}", field="sigma", next_step=usual)
        if self.points is not None and (self.rounds or self.sigma):
            raise invalid("rounds", f"{len(self.rounds)}, sigma {self.sigma:g}", "none where points decide")
        found: dict[str, Action] = {}
        for action in self.actions:
            if action.id in found:
                expected, remedy = "one that no other action has", "Rename one of the two."
                raise invalid("id of an action", action.id, expected, field="id", next_step=remedy)
            found[action.id] = action
        object.__setattr__(self, "by_id", found)
        if self.points is None:
            self._check_effects()
        if self.scored is not None:
            self._check_scored(self.scored)
        for action in self.actions:
            self._check_after(action)
            self._check_renewal(action)
        circle = next(self._circles(), None)
        if circle:
            remedy = f"Take one of them out of the `after` of another, such as {circle[1]} out of that of {circle[0]}."
            raise invalid("prerequisites", " -> ".join(circle), "no circle", field="after", next_step=remedy)

    def _check_scored(self, scored: Scored) -> None:
        if self.points is not None:
            raise invalid("points", "given", "none where a score function decides")
        originals = [one.id for one in self.actions if one.renews is None]
        for name in scored.traits:
            if name not in originals:
                remedy = f"There are: {_listed(originals)}."
                expected = "the id of an action that is no renewal"
                raise invalid("trait of a score function", name, expected, next_step=remedy)
        for one in self.rounds:
            if scored.weeks and one.week not in scored.weeks:
                told = ", ".join(map(str, scored.weeks))
                raise invalid(
                    "week of a round", one.week, f"one that the score function tells apart: {told}", field="week"
                )

    def _check_effects(self) -> None:
        for action in self.actions:
            if abs(action.effect) > MOST_LOGIT:
                expected = f"a number from {-MOST_LOGIT:g} to {MOST_LOGIT:g}"
                raise invalid(f"effect of action {action.id}", action.effect, expected, field="effect")
        together = sum(abs(action.effect) for action in self.actions)
        if together > MOST_LOGITS:
            raise invalid(
                "effects of all actions", f"{together:g}", f"at most {MOST_LOGITS:g} together", field="effect"
            )

    def _check_after(self, action: Action) -> None:
        for named in action.after:
            if named not in self.by_id:
                thing, remedy = f"after of action {action.id}", f"There are: {_listed(self.by_id)}."
                raise invalid(thing, named, "the id of an action", field="after", next_step=remedy)

    def _check_renewal(self, action: Action) -> None:
        if action.renews is None:
            return
        original = self.by_id.get(action.renews)
        thing = f"renews of action {action.id}"
        if original is None:
            remedy = f"There are: {_listed(self.by_id)}."
            raise invalid(thing, action.renews, "the id of an action", field="renews", next_step=remedy)
        if original.renews is not None:
            remedy = f"Name the original, {original.renews}; there may be several renewals of it."
            raise invalid(thing, action.renews, "an original, not a renewal", field="renews", next_step=remedy)
        if action.renews not in action.after:
            remedy = f"Add {action.renews} to `after` of {action.id}."
            raise invalid(thing, action.renews, "an action that is also in `after`", field="renews", next_step=remedy)
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


def _listed(names: Iterable[str]) -> str:
    """Names for a message, at most so many."""
    first = list(islice(names, MOST_NAMED + 1))
    return f"{', '.join(first[:MOST_NAMED])} and more" if len(first) > MOST_NAMED else ", ".join(first)
