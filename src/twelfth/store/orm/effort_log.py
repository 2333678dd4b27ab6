"""What was worked, in sums made by the database that is open."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db.models import QuerySet, Sum

from twelfth.store.orm import models as tables
from twelfth.store.orm.read_goals import number_of
from twelfth.store.orm.tables import rows_in
from twelfth.store.orm.transactions import reading
from twelfth.usecases import Row
from twelfth.work import DayWorked, Effort


class OrmEffort:
    """An EffortLog in a database."""

    def latest(self, goal: str, *, most: int) -> tuple[Row[Effort], ...]:
        """The last entries, the latest day first. Raises NotFound."""
        with reading():
            found = _of(goal).order_by("-on", "-id").values()[:most]
            return cast(tuple[Row[Effort], ...], rows_in(_there(found, goal), "effort"))

    def days(self, goal: str, *, since: date) -> tuple[DayWorked, ...]:
        """Sums of the days on which there was work, from a day on, in order. Raises NotFound."""
        with reading():
            sums = _of(goal).filter(on__gte=since).values_list("on").annotate(Sum("minutes")).order_by("on")
            return tuple(DayWorked(on=on, minutes=int(minutes)) for on, minutes in _there(sums, goal))

    def totals(self, goal: str, *, after: date | None = None) -> tuple[tuple[str, int], ...]:
        """(towards, minutes) over all time, or after a day, in alphabetical order. Raises NotFound."""
        with reading():
            sums = _of(goal).filter(on__gt=after or date.min).values_list("towards").annotate(Sum("minutes")).order_by()
            return tuple(sorted((str(one[0]), int(one[1])) for one in _there(sums, goal)))

    def between(self, goal: str, *, first: date, last: date) -> tuple[Row[Effort], ...]:
        """The entries from one day to another, both included, by day. Raises NotFound."""
        with reading():
            return efforts_of(number_of(goal), first=first, last=last)


def _of(goal: str) -> QuerySet[tables.Effort]:
    return tables.Effort.objects.filter(goal__name=goal)


def _there(found: Iterable[Any], goal: str) -> list[Any]:
    """What was found of a goal; only where that is nothing it is asked whether there is the goal. Raises NotFound."""
    rows = list(found)
    if not rows:
        number_of(goal)
    return rows


def efforts_of(goal: int, *, first: date, last: date) -> tuple[Row[Effort], ...]:
    """The entries of a goal, by its number, from one day to another, by day."""
    found = tables.Effort.objects.filter(goal_id=goal, on__gte=first, on__lte=last).order_by("on", "id").values()
    return cast(tuple[Row[Effort], ...], rows_in(found, "effort"))
