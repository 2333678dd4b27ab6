"""What a form asks of a road: until when, with how much, and of each mile whether it stays, waits or is left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from twelfth.base import add_months
from twelfth.goal import Capacity
from twelfth.usecases import AIMS, GivenMile, Wishes
from twelfth.web.asked import Asked
from twelfth.web.writing import as_typed

FREE, STAYS, LATER, OUT = "", "stays", "later", "out"
CHOICES = (FREE, STAYS, LATER, OUT)
MOST = {"hours": 168, "money": 10**12}
"""A week has no more hours."""


def wishes_in(asked: Asked, miles: Sequence[GivenMile], avoid: Sequence[str], *, as_of: date) -> Wishes | None:
    """None where a field cannot be read, which `asked` then says. miles: of the roads there are; avoid: boxes
    ticked."""
    hours, money = _whole(asked, "hours"), _whole(asked, "money")
    until = asked.day("until", earliest=as_of + timedelta(days=1), latest=add_months(as_of, Wishes.MOST_MONTHS))
    aim = asked.one_of("aim", AIMS) if asked.raw("aim") else AIMS[0]
    if hours is None and "hours" not in asked.errors:
        asked.wrong("hours", _("hours a week you can give it, such as 10"))
    chosen = {one.move: asked.one_of(f"mile-{one.move}", CHOICES) for one in miles}
    later = {move: _later(asked, move, as_of) for move, choice in chosen.items() if choice == LATER}
    if not asked:
        return None
    return Wishes(
        until=until,
        hours_per_week=hours,
        budget=money,
        avoid=tuple(dict.fromkeys((*avoid, *(move for move, choice in chosen.items() if choice == OUT)))),
        not_before=tuple((move, day) for move, day in later.items() if day is not None),
        pins=tuple(move for move, choice in chosen.items() if choice == STAYS),
        miles=tuple(miles),
        aim=aim,
        renews=bool(asked.raw("renews")),
    )


def capacity_in(asked: Asked, old: Capacity | None) -> Capacity:
    """The hours and the money of a form that can be read."""
    return replace(old or Capacity(), hours_per_week=_whole(asked, "hours"), money=_whole(asked, "money"))


def is_other_capacity(asked: Asked, typed: Capacity, now: Capacity | None) -> bool:
    """Whether another window changed the hours or the money since the form was made, to something else than it says."""
    kept = now or Capacity()
    mine = {"hours": as_typed(typed.hours_per_week), "money": as_typed(typed.money)}
    there = {"hours": as_typed(kept.hours_per_week), "money": as_typed(kept.money)}
    return any(asked.sent.get(f"was-{name}", there[name]) != there[name] != mine[name] for name in mine)


def _whole(asked: Asked, name: str) -> int | None:
    """Hours a week or money: the planner has whole ones alone."""
    most, unit = MOST[name], _("hours") if name == "hours" else ""
    found = asked.number(name, low=0, high=most, unit=unit, money=not unit, weekly=bool(unit))
    if found is not None and found != int(found):
        asked.wrong(name, _("a whole number, such as %(number)s") % {"number": int(found)})
        return None
    return None if found is None else int(found)


def _later(asked: Asked, move: str, as_of: date) -> date | None:
    name = f"later-{move}"
    day = asked.day(name, earliest=as_of)
    if day is None and name not in asked.errors:
        asked.wrong(name, _("the day before which it is not to begin"))
    return day
