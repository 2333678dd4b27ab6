"""The same instance with more of one limit alone, and how much more of it a plan takes.

A plan that can be done with some more of a limit can be done with still more, so that the least can be halved for.
"""

from collections import Counter
from dataclasses import replace

from twelfth.roadmap.altered import with_more_hours, with_more_money
from twelfth.roadmap.chance import chance
from twelfth.roadmap.easing import Easing, RoundReached
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.question import Least, Question

WIDENED = ("rounds", "hours", "money")


def counted(instance: Instance, question: Question) -> Instance:
    """With the rounds only that count for a question."""
    if not isinstance(question, Least) or question.by is None:
        return instance
    by = question.by
    return replace(instance, rounds=tuple(one for one in instance.rounds if one.week <= by))


def widened(instance: Instance, question: Least, limit: str, more: int) -> Instance:
    """With so many hours more in every week that is no pause, so much money more at the beginning, or so many rounds
    more after those that count. Where there is no hour at all, no week is a pause."""
    base = counted(instance, question)
    match limit:
        case "hours":
            return with_more_hours(base, more)
        case "money":
            return with_more_money(base, more)
        case _:
            return replace(base, rounds=_in_turn(instance)[: len(base.rounds) + more])


def enough(instance: Instance, question: Least, limit: str) -> int:
    """So much more that still more of it would change nothing."""
    calendar = instance.calendar
    match limit:
        case "hours":
            fewest = min((hours for hours in calendar.hours if hours), default=0)
            return max(0, sum(action.max_hours_week for action in instance.actions) - fewest)
        case "money":
            return max(0, sum(action.cost for action in instance.actions) - calendar.arrived(0))
        case _:
            return len(instance.rounds) - len(counted(instance, question).rounds)


def lacking(instance: Instance, question: Least, limit: str, plan: Plan) -> int:
    """How much more of a limit a plan takes, which reaches the target with enough of it."""
    match limit:
        case "hours":
            used = Counter[int]()
            for weeks in plan.work.values():
                used.update(dict(weeks))
            have = instance.calendar.hours
            return max((hours - have[week] for week, hours in used.items()), default=0)
        case "money":
            starts = {plan.first(instance.by_id[name]) for name in plan.work}
            return max(
                (_spent_by(instance, plan, week) - instance.calendar.arrived(week) for week in starts), default=0
            )
        case _:
            found = reached_by(instance, plan, question.target)
            return (found.number if found else len(instance.rounds)) - len(counted(instance, question).rounds)


def reached_by(instance: Instance, plan: Plan, target: float) -> RoundReached | None:
    """The first round by which the chance of a plan reaches a target; None where none does, or points decide."""
    done, rounds = plan.completions(instance.by_id), _in_turn(instance)
    for number, last in enumerate(rounds, 1):
        if chance(replace(instance, rounds=rounds[:number]), done) >= target:
            return RoundReached(number=number, week=last.week)
    return None


def earliest_round(instance: Instance, question: Least, easing: Easing) -> RoundReached:
    """The round that an easing of the rounds ends with."""
    rounds, have = _in_turn(instance), len(counted(instance, question).rounds)
    number = have + easing.more
    return RoundReached(number=number, week=rounds[number - 1].week, least=have + easing.least)


def _in_turn(instance: Instance) -> tuple[RoundAhead, ...]:
    return tuple(sorted(instance.rounds, key=lambda one: one.week))


def _spent_by(instance: Instance, plan: Plan, week: int) -> int:
    chosen = [instance.by_id[name] for name in plan.work]
    return sum(action.cost for action in chosen if plan.first(action) <= week)
