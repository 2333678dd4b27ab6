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
from twelfth.roadmap.changes import differences
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.question import BestChance, Least, Question
from twelfth.roadmap.replan import Replan
from twelfth.roadmap.widened import counted

MOST_STATES = 2_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one action has come: hours left, the week it began (-1: not yet) and the week it is complete (-1)."""

    left: int
    first: int = -1
    complete: int = -1


State = tuple[Standing, ...]


def completions_of(instance: Instance, *, past: Plan | None = None, since: int = 0) -> set[tuple[tuple[str, int], ...]]:
    """Every set of completion weeks that some plan reaches: (action, week) pairs in order of the action.

    past: what was worked before week `since`, in which nothing else was.

    Raises:
        InvalidInput: more states than can be gone through.
    """
    actions = instance.in_order
    states: set[State] = {tuple(_standing(action, past) for action in actions)}
    reached: set[State] = set(states)
    for week in range(since, instance.weeks):
        states = {after for state in states for after in _weeks_after(instance, actions, state, week)}
        reached |= states
        if len(reached) > MOST_STATES:
            raise invalid("small case", f"over {MOST_STATES} states", "fewer actions, weeks or hours")
    found = set()
    for state in reached:
        if all(
            each.complete >= 0 or (each.first < 0 and not one.pinned) for one, each in zip(actions, state, strict=True)
        ):
            done = zip(actions, state, strict=True)
            found.add(tuple(sorted((action.id, each.complete) for action, each in done if each.complete >= 0)))
    return found


def best(instance: Instance, question: Question) -> tuple[float, tuple[tuple[str, int], ...]] | None:
    """The best value of a question with the completions that give it; None where no plan reaches the target.

    Value: the chance, or the weeks, hours or money that are least.
    """
    asked = counted(instance, question)
    scored = [(chance(asked, dict(one)), one) for one in sorted(completions_of(asked))]
    match question:
        case BestChance():
            return max(scored, key=lambda pair: pair[0], default=None)
        case Least(measure=measure, target=target):
            able = [(_spent(instance, measure, one), one) for value, one in scored if value >= target]
            return min(able, key=lambda pair: pair[0]) if able else None


def best_replan(instance: Instance, question: Replan) -> tuple[float, tuple[tuple[str, int], ...]] | None:
    """The best chance with at most so many changes, with its completions; None where no plan has so few.

    What is under way goes on, or is dropped with all that needs it: every choice of what is dropped is gone through.
    """
    was = {name: weeks[-1][0] + 1 for name, weeks in question.old.work.items()}
    was |= {name: question.old.completion(instance.by_id[name]) for name in question.old.work if name in instance.by_id}
    finished, past = question.finished(instance), question.past
    was = {name: week for name, week in was.items() if name not in finished}
    begun = sorted({*past.work} & {*instance.by_id} - finished)
    found: dict[tuple[tuple[str, int], ...], float] = {}
    for dropped in product((False, True), repeat=len(begun)):
        lost = {name for name, each in zip(begun, dropped, strict=True) if each}
        rest = _without(instance, lost, question.since)
        for one in completions_of(rest, past=past, since=question.since):
            now = {name: week for name, week in one if name not in finished}
            goes_on = all(name in now for name in begun if name not in lost)
            if goes_on and len(differences(was, now, settled=question.settled)) <= question.most:
                found[one] = chance(instance, dict(one))
    return max(((value, one) for one, value in sorted(found.items())), default=None, key=lambda pair: pair[0])


def _without(instance: Instance, lost: set[str], since: int) -> Instance:
    """Without actions that were begun and dropped and whatever needs them, their money gone."""
    gone, calendar = sum(instance.by_id[name].cost for name in lost), instance.calendar
    left: list[Action] = []
    for action in instance.in_order:
        if action.id not in lost and all(any(named == one.id for one in left) for named in action.after):
            left.append(action)
    later = tuple((week, amount) for week, amount in calendar.money if week > since)
    money = ((0, calendar.arrived(since) - gone), *later)
    return replace(instance, actions=tuple(left), calendar=replace(calendar, money=money))


def _standing(action: Action, past: Plan | None) -> Standing:
    """As far as an action has come before the first week that is gone through."""
    if past is None or action.id not in past.work:
        return Standing(action.hours)
    weeks = past.work[action.id]
    left = action.hours - sum(hours for _, hours in weeks)
    return Standing(left, weeks[0][0], past.completion(action) if left == 0 else -1)


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
    if action.pinned:
        return (dict(action.pinned).get(week, 0),)
    if week < action.not_before:
        return (0,)
    within = range(action.min_hours_week, min(action.max_hours_week, own.left) + 1)
    last = (own.left,) if 0 < own.left < action.min_hours_week else ()
    return (0, *last, *within)


def _worked(action: Action, own: Standing, hours: int, week: int) -> Standing:
    first = own.first if own.first >= 0 else week
    after = replace(own, left=own.left - hours, first=first)
    return replace(after, complete=action.complete(first, week)) if after.left == 0 else after
