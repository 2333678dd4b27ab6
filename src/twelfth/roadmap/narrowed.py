"""The same instance with less to spend, or with more."""

from dataclasses import replace

from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.question import Least

LIMITS = ("hours", "money")


def spent(instance: Instance, question: Least, plan: Plan) -> int:
    """What a plan takes of what is to be least: weeks until its last action is complete, hours, or money."""
    match question.measure:
        case "weeks":
            return max(plan.completions(instance.by_id).values(), default=0)
        case "hours":
            return plan.hours()
        case _:
            return plan.cost(instance.by_id)


def narrowed(instance: Instance, question: Least, most: int) -> Instance:
    """With at most so much of what is to be least. No plan that takes no more is lost; one that takes more may stay,
    where weeks run on after the last hour of work."""
    calendar = instance.calendar
    match question.measure:
        case "weeks":
            hours = tuple(each if week < most else 0 for week, each in enumerate(calendar.hours))
            calendar = replace(calendar, hours=hours)
        case "hours":
            calendar = replace(calendar, most_hours=most)
        case _:
            calendar = replace(calendar, money=_at_most(calendar, most))
    return replace(instance, calendar=calendar)


def loosened(instance: Instance, limit: str) -> Instance:
    """Without the limit of hours, or of money."""
    calendar = instance.calendar
    if limit == "hours":
        enough = sum(action.max_hours_week for action in instance.actions)
        calendar = replace(calendar, hours=(enough,) * calendar.weeks, most_hours=None)
    else:
        calendar = replace(calendar, money=((0, sum(action.cost for action in instance.actions)),))
    return replace(instance, calendar=calendar)


def _at_most(calendar: Calendar, most: int) -> tuple[tuple[int, int], ...]:
    found, together = [], 0
    for week, amount in sorted(calendar.money):
        kept = min(amount, most - together)
        together += kept
        found.append((week, kept))
    return tuple(found)
