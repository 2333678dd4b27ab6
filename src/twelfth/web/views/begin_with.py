"""What to begin with where points decide and no road says it yet."""

from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.base import NotEnoughData, When, add_months
from twelfth.tell import first_move_words
from twelfth.usecases import FirstMove, first_move, points_decide
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered
from twelfth.web.words import titled_words
from twelfth.web.writing import as_typed, spoken

IN_A_WEEK = 10.0
"""Hours, as an example, while nobody has said how many there are."""
_FOUND: Remembered[FirstMove | None] = Remembered()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginWith:
    """title: what to acquire; where: its place on Learn. done: the day by which it may be done where one has said how
    many hours a week there are, else None; until: that day, or the one at so many hours as an example; month: of it.
    per_week: those hours; "" where it takes none. told: what it takes, and how far one then is."""

    title: str
    where: str
    done: date | None
    until: date
    month: When
    per_week: str
    told: str


def begin_with(one: Open, typed: float | None = None) -> BeginWith | None:
    """None where points do not decide, where nothing is known of the person, or where there is nothing to tell. typed:
    hours a week that are typed and not kept yet."""
    if not one.facts or not points_decide(one.process):
        return None
    capacity = one.kept.card.thing.capacity
    own = None if capacity is None else capacity.hours_per_week
    hours = typed or own or IN_A_WEEK

    def made() -> FirstMove | None:
        clock = one.desk.place.clock
        try:
            return first_move(one.name, cases=one.cases, clock=clock, hours_per_week=hours, as_of=one.as_of)
        except NotEnoughData:
            return None

    found = _FOUND.get((one.ground, one.as_of, hours), made)
    if found is None:
        return None
    first = found.done.replace(day=1)
    with spoken():
        return BeginWith(
            title=titled_words(found.effect.title),
            where=f"/goal/{one.name}/learn#{found.effect.move}",
            done=found.done if own else None,
            until=found.done,
            month=When(first, add_months(first, 1) - timedelta(days=1)),
            per_week=as_typed(found.hours_per_week) if found.way.hours else "",
            told=first_move_words(found),
        )
