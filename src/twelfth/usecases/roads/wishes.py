"""What a person asks of a road, and the hours and money it is drawn for."""

from collections.abc import Collection
from datetime import date, timedelta

from twelfth.base import InvalidInput, NotEnoughData, Said, add_months, invalid
from twelfth.goal import Case, Process
from twelfth.roadmap import BestChance, Calendar, Least, Question
from twelfth.usecases.ports import CaseShelf
from twelfth.usecases.roads.case_roadmap import AIMS, Wishes
from twelfth.usecases.roads.leavable import is_step, leavable
from twelfth.work import monday_of

WEEK = 7
MONTHS_AHEAD = 24
"""Where no last day is asked for: most of what helps takes longer than a year."""
MONTHS_MOST = Wishes.MOST_MONTHS
CENTURY = 5_200
"""Weeks."""
MOST = {"--hours-per-week": 168, "--budget": 10**12}
"""A week has no more hours."""
PLENTY = 10**7
"""Where nothing is said of money, it is not what is lacking."""


def check_wishes(asked: Wishes, process: Process, day: date) -> None:
    """Refuse what cannot be wished for. Raises InvalidInput."""
    first = day if asked.begins is None else max(day, asked.begins - timedelta(days=1))
    if asked.until is not None and not first < asked.until <= add_months(day, MONTHS_MOST):
        expected = f"a day after {first} and at most ten years after {'it' if first == day else day}"
        example = f"For example: {add_months(first, MONTHS_AHEAD)}"
        raise invalid("--until", asked.until, expected, next_step=example)
    for option, value in (("--hours-per-week", asked.hours_per_week), ("--budget", asked.budget)):
        if value is not None and not 0 <= value <= MOST[option]:
            raise invalid(option, value, f"a whole number from 0 to {MOST[option]:,}")
    if asked.aim not in AIMS:
        raise invalid("--aim", asked.aim, f"{' or '.join(AIMS)} of those selected")
    ids = [*leavable(process)]
    for one in asked.avoid:
        if one not in ids and not is_step(process, one):
            what = "move" if process.moves else "trait"
            raise invalid("--avoid", one, f"a {what} of the pack {process.name}: {', '.join(ids)}")
    if asked.target is not None and (asked.pins or asked.not_before):
        expected = "none where something is to stay where it is, or is put off"
        raise invalid("--target", asked.target, expected, next_step="Leave it out.")


Capacity = tuple[int, int | None]
"""Whole hours a week, and money; None where nothing is said of it."""


def known_on(name: str, day: date, asked: Wishes, *, cases: CaseShelf) -> tuple[Case, Process, Capacity]:
    """A case and its process as known on a day, with the hours and the money there are.

    Raises:
        NotFound: no such case.
        InvalidInput: what cannot be wished for.
        NotEnoughData: no hours are stated.
    """
    case, process = cases.get(name), cases.process_of(name)
    check_wishes(asked, process, day)
    case = case.known(day)
    return case, process.known(day), capacity_of(case, asked)


def capacity_of(case: Case, asked: Wishes) -> Capacity:
    """What is asked for, else what the case states. Raises NotEnoughData without hours."""
    own = case.capacity
    hours = asked.hours_per_week if asked.hours_per_week is not None else own.hours_per_week if own else None
    money = asked.budget if asked.budget is not None else own.money if own else None
    if hours is None:
        raise NotEnoughData(
            Said(
                "How many hours a week there are is not stated in %(case)s.",
                case=repr(case.name),
            ),
            next_step=f"Give them: twelfth plan {case.name} --hours-per-week 10; or as [capacity] of the case file.",
        )
    return int(hours), None if money is None else int(money)


def currency_of(case: Case, process: Process) -> str:
    """Of money: the one stated, else that of the prices on file, else of the person's own; "" where nobody said."""
    own = case.capacity.currency if case.capacity else ""
    return own or next((way.currency for way in (*process.ways, *case.ways) if way.currency), "")


def until_of(asked: Wishes, day: date) -> date:
    """The last day that is asked for, else that of a road of two years, from the day on which there may be work."""
    first = day if asked.begins is None else max(day, asked.begins - timedelta(days=1))
    return asked.until or min(add_months(first, MONTHS_AHEAD), add_months(day, MONTHS_MOST))


def weeks_to(first: date, starts: date) -> int:
    """Whole weeks from the first day of a road before a day, those of a century at most."""
    return min(CENTURY, max(0, -(-(first - starts).days // WEEK)))


def calendar_of(
    capacity: Capacity, *, day: date, days: int, pauses: Collection[date] = (), begins: date | None = None
) -> Calendar:
    """The weeks from the day after one that begin within so many days: their hours, and the money from the beginning.
    pauses: Mondays of weeks in which nothing can be worked. begins: no week before this day has hours."""
    (hours, budget), weeks, starts = capacity, -(-days // WEEK), day + timedelta(days=1)
    gone = 0 if begins is None else min(weeks, weeks_to(begins, starts))
    return Calendar(
        hours=(0,) * gone + week_hours(hours, starts, weeks, pauses)[gone:],
        money=((0, PLENTY if budget is None else budget),),
    )


def week_hours(hours: int, starts: date, weeks: int, pauses: Collection[date]) -> tuple[int, ...]:
    """The hours of so many weeks from a day on. A week of these lies in two calendar weeks; a pause takes the part that
    lies in its own, so that one from Monday to Sunday takes the hours of one week from the two that it cuts."""
    late = hours * starts.weekday() // WEEK
    parts = (hours - late, late)  # of the calendar week it begins in, and of the next

    def left(week: int) -> int:
        monday = monday_of(starts) + timedelta(weeks=week)
        return sum(part for at, part in enumerate(parts) if monday + timedelta(weeks=at) not in pauses)

    return tuple(left(week) for week in range(weeks)) if pauses else (hours,) * weeks


def question_of(asked: Wishes) -> Question:
    """The best chance, or the fewest weeks to the target. Raises InvalidInput for a target that is none."""
    try:
        return BestChance() if asked.target is None else Least("weeks", asked.target)
    except InvalidInput as error:
        raise invalid("--target", asked.target, error.problems[0].expected) from None
