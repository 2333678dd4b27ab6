"""What a form asks of a road: until when, with how much, and of each mile whether it stays, waits or is left out."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from twelfth.usecases import AIMS, GivenMile, Wishes
from twelfth.web.asked import Asked

FREE, STAYS, LATER, OUT = "", "stays", "later", "out"
CHOICES = (FREE, STAYS, LATER, OUT)


def wishes_in(asked: Asked, miles: Sequence[GivenMile], avoid: Sequence[str], *, as_of: date) -> Wishes | None:
    """None where a field cannot be read, which `asked` then says. miles: of the roads there are; avoid: boxes
    ticked."""
    hours = asked.number("hours", low=0, high=168, unit=_("hours"))
    money = asked.number("money", low=0, high=1e12)
    until = asked.day("until", earliest=as_of)
    aim = asked.one_of("aim", AIMS) if asked.raw("aim") else AIMS[0]
    if hours is None and "hours" not in asked.errors:
        asked.wrong("hours", _("hours a week you can give it, such as 10"))
    chosen = {one.move: asked.one_of(f"mile-{one.move}", CHOICES) for one in miles}
    later = {move: _later(asked, move, as_of) for move, choice in chosen.items() if choice == LATER}
    if not asked:
        return None
    return Wishes(
        until=until,
        hours_per_week=None if hours is None else int(hours),
        budget=None if money is None else int(money),
        avoid=tuple(dict.fromkeys((*avoid, *(move for move, choice in chosen.items() if choice == OUT)))),
        not_before=tuple((move, day) for move, day in later.items() if day is not None),
        pins=tuple(move for move, choice in chosen.items() if choice == STAYS),
        miles=tuple(miles),
        aim=aim,
    )


def _later(asked: Asked, move: str, as_of: date) -> date | None:
    name = f"later-{move}"
    day = asked.day(name, earliest=as_of)
    if day is None and name not in asked.errors:
        asked.wrong(name, _("the day before which it is not to begin"))
    return day
