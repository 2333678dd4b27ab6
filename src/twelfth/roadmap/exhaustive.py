"""The slow twin: every plan there is, week by week, whole hour by whole hour. For small cases only.

What can still follow depends on what is left to do and where it began, not on how it came to be, so weeks are gone
through one by one with the set of states reached.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from twelfth.base import invalid
from twelfth.roadmap.action import Action
from twelfth.roadmap.chance import chance
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.question import BestChance, Least, Question

MOST_STATES = 2_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one action has come: hours left, the week it began (-1: not yet) and the week it is complete (-1)."""

    left: int
    first: int = -1
    complete: int = -1


State = tuple[Standing, ...]


def completions_of(instance: Instance) -> set[tuple[tuple[str, int], ...]]:
    """Every set of completion weeks that some plan reaches: (action, week) pairs in order of the action.

    Raises:
        InvalidInput: more states than can be gone through.
    """
    actions = instance.in_order
    states: set[State] = {tuple(Standing(action.hours) for action in actions)}
    reached: set[State] = set(states)
    for week in range(instance.weeks):
        states = {after for state in states for after in _weeks_after(instance, actions, state, week)}
        reached |= states
        if len(reached) > MOST_STATES:
            raise invalid("small case", f"over {MOST_STATES} states", "fewer actions, weeks or hours")
    found = set()
    for state in reached:
        if all(each.complete >= 0 or each.first < 0 for each in state):
            done = zip(actions, state, strict=True)
            found.add(tuple(sorted((action.id, each.complete) for action, each in done if each.complete >= 0)))
    return found


def best(instance: Instance, question: Question) -> tuple[float, tuple[tuple[str, int], ...]] | None:
    """The best value of a question with the completions that give it; None where no plan reaches the target.

    Value: the chance, or the weeks, hours or money that are least.
    """
    scored = [(chance(instance, dict(one)), one) for one in sorted(completions_of(instance))]
    match question:
        case BestChance():
            return max(scored, key=lambda pair: pair[0])
        case Least(measure, target):
            able = [(_spent(instance, measure, one), one) for value, one in scored if value >= target]
            return min(able, key=lambda pair: pair[0]) if able else None


def _spent(instance: Instance, measure: str, completions: tuple[tuple[str, int], ...]) -> float:
    if measure == "weeks":
        return float(max((week for _, week in completions), default=0))
    chosen = [instance.by_id[name] for name, _ in completions]
    return float(sum(action.hours if measure == "hours" else action.cost for action in chosen))


def _weeks_after(instance: Instance, actions: tuple[Action, ...], state: State, week: int) -> Iterator[State]:
    """Every state at the end of a week."""
    by_id = {action.id: each for action, each in zip(actions, state, strict=True)}
    spent = sum(action.cost for action, each in zip(actions, state, strict=True) if each.first >= 0)
    choices = [
        _hours_open(action, each, by_id, week) if _may_begin(instance, action, each, by_id) else (0,)
        for action, each in zip(actions, state, strict=True)
    ]
    for hours in product(*choices):
        if sum(hours) > instance.calendar.hours[week]:
            continue
        begun = [a for a, each, h in zip(actions, state, hours, strict=True) if h and each.first < 0]
        groups = [action.group for action in begun if action.group is not None]
        if len(set(groups)) < len(groups):
            continue
        if begun and spent + sum(action.cost for action in begun) > instance.calendar.arrived(week):
            continue
        yield tuple(
            _worked(action, each, h, week) if h else each for action, each, h in zip(actions, state, hours, strict=True)
        )


def _may_begin(instance: Instance, action: Action, own: Standing, by_id: dict[str, Standing]) -> bool:
    """Whether no other action of its group has begun."""
    if own.first >= 0 or action.group is None:
        return True
    others = [one for one in instance.actions if one.group == action.group and one.id != action.id]
    return all(by_id[one.id].first < 0 for one in others)


def _hours_open(action: Action, own: Standing, by_id: dict[str, Standing], week: int) -> tuple[int, ...]:
    """The hours that may go to an action in a week, 0 among them."""
    if own.left == 0 or (own.first < 0 and not all(0 <= by_id[named].complete <= week for named in action.after)):
        return (0,)
    within = range(action.min_hours_week, min(action.max_hours_week, own.left) + 1)
    last = (own.left,) if 0 < own.left < action.min_hours_week else ()
    return (0, *last, *within)


def _worked(action: Action, own: Standing, hours: int, week: int) -> Standing:
    first = own.first if own.first >= 0 else week
    after = replace(own, left=own.left - hours, first=first)
    return replace(after, complete=action.complete(first, week)) if after.left == 0 else after
