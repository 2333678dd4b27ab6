"""The same instance with something changed: what cannot be done, a round that is not held, more or less to spend,
a higher bar, longer work, effects that are partly not causal."""

import math
from collections.abc import Collection
from dataclasses import replace

from twelfth.base import invalid
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan

MOST_NAMED = 30
"""In a message that says what there is."""


def with_dependents(instance: Instance, names: Collection[str]) -> frozenset[str]:
    """Actions, and all that needs one of them before it.

    Raises:
        InvalidInput: no action of that name.
    """
    for name in names:
        if name not in instance.by_id:
            there = _listed(sorted(instance.by_id))
            raise invalid("action", name, "the id of an action", next_step=f"There are: {there}.", field="drop")
    found = set(names)
    for action in instance.in_order:
        if found.intersection(action.after):
            found.add(action.id)
    return frozenset(found)


def without(instance: Instance, names: Collection[str]) -> Instance:
    """Without actions, and without all that needs one of them. Raises InvalidInput as `with_dependents`."""
    gone = with_dependents(instance, names)
    return replace(instance, actions=tuple(one for one in instance.actions if one.id not in gone))


def plan_without(instance: Instance, plan: Plan, names: Collection[str]) -> Plan:
    """A plan without actions, and without all in it that needs one of them; the rest as it is."""
    gone = with_dependents(instance, names)
    return Plan({name: weeks for name, weeks in plan.work.items() if name not in gone})


def skipping(instance: Instance, weeks: Collection[int]) -> Instance:
    """Without the rounds of some weeks.

    Raises:
        InvalidInput: a week in which there is no round.
    """
    held = sorted({one.week for one in instance.rounds})
    for week in weeks:
        if week not in held:
            there = _listed([str(one) for one in held])
            raise invalid(
                "week of a round", week, "a round in it", next_step=f"Weeks of rounds: {there}.", field="skip"
            )
    return replace(instance, rounds=tuple(one for one in instance.rounds if one.week not in weeks))


def skipping_kinds(instance: Instance, kinds: Collection[str]) -> Instance:
    """Without the rounds of some kinds, where points decide.

    Raises:
        InvalidInput: no such kind, or none left.
    """
    points = instance.points
    there = () if points is None else points.kinds
    for kind in kinds:
        if kind not in there:
            raise invalid("kind of round", kind, "one that may be entered", next_step=f"Kinds: {_listed([*there])}.")
    if points is None or not set(there) - {*kinds}:
        raise invalid("kinds of round skipped", _listed([*kinds]), "one at least that is held", field="skip")
    return replace(instance, points=points.without_kinds(kinds))


def with_hours(instance: Instance, each: int) -> Instance:
    """With so many hours in every week that is no pause; where there is no hour at all, no week is one. Raises
    InvalidInput below 0."""
    if each < 0:
        raise invalid("hours per week", each, "a whole number of at least 0", field="hours")
    paused = any(instance.calendar.hours)
    return _hours(instance, tuple(each if there or not paused else 0 for there in instance.calendar.hours))


def with_more_hours(instance: Instance, more: int) -> Instance:
    """With so many hours more in every week that is no pause; where there is no hour at all, no week is one. Raises
    InvalidInput below 0."""
    if more < 0:
        raise invalid("more hours", more, "a whole number of at least 0", next_step="Fewer: say how many there are.")
    paused = any(instance.calendar.hours)
    return _hours(instance, tuple(there + more if there or not paused else 0 for there in instance.calendar.hours))


def with_money(instance: Instance, amount: int) -> Instance:
    """With so much money, all of it there from the beginning. Raises InvalidInput below 0."""
    if amount < 0:
        raise invalid("budget", amount, "a whole number of at least 0", field="money")
    return _money(instance, ((0, amount),))


def with_more_money(instance: Instance, more: int) -> Instance:
    """With so much money more at the beginning. Raises InvalidInput below 0."""
    if more < 0:
        raise invalid("more money", more, "a whole number of at least 0", next_step="Less: say how much there is.")
    return _money(instance, ((0, more), *instance.calendar.money))


def scaled(instance: Instance, limit: str, part: int, of: int) -> Instance:
    """With the share part / of of its hours, each week's rounded down, or of its money, as it arrives."""
    calendar = instance.calendar
    if limit == "hours":
        return _hours(instance, tuple(there * part // of for there in calendar.hours))
    return _money(instance, tuple((week, amount * part // of) for week, amount in calendar.money))


def risen(instance: Instance, by: float) -> Instance:
    """With a bar that is higher by so many logits in every round, or by so many points where those decide."""
    if instance.points is not None:
        return replace(instance, points=instance.points.risen(by))
    return replace(instance, rounds=tuple(replace(one, base_logit=one.base_logit - by) for one in instance.rounds))


def overrun(instance: Instance, share: float) -> Instance:
    """With actions that take so much longer: .3 is 30 % more hours, rounded up."""
    longer = tuple(replace(one, hours=math.ceil(round(one.hours * (1 + share), 6))) for one in instance.actions)
    return replace(instance, actions=longer)


def less_causal(instance: Instance, share: float) -> Instance:
    """With only a share of every effect."""
    return replace(instance, actions=tuple(replace(one, effect=one.effect * share) for one in instance.actions))


def spends_no_more(one: Calendar, other: Calendar) -> bool:
    """Whether a calendar has in no week more hours than another, and by no week more money."""
    weeks = {week for week, _ in (*one.money, *other.money)} | {0}
    most, least = one.most_hours, other.most_hours
    return (
        all(here <= there for here, there in zip(one.hours, other.hours, strict=True))
        and all(one.arrived(week) <= other.arrived(week) for week in weeks)
        and (least is None or (most is not None and most <= least))
    )


def _listed(names: list[str]) -> str:
    """Names for a message, at most so many."""
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else shown or "none"


def _hours(instance: Instance, hours: tuple[int, ...]) -> Instance:
    return replace(instance, calendar=replace(instance.calendar, hours=hours))


def _money(instance: Instance, money: tuple[tuple[int, int], ...]) -> Instance:
    return replace(instance, calendar=replace(instance.calendar, money=money))
