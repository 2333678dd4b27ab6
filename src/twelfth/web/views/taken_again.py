"""Results that lapse and are to be had again before something is done."""

from dataclasses import dataclass
from datetime import date

from twelfth.distance import Lapse
from twelfth.usecases import CaseRoadmap
from twelfth.web.desk import Open
from twelfth.web.views.learn import to_learn


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """titles: of what is to be taken again; day: the last day on which it counts; where: what it takes, on Learn, else
    where its day is kept."""

    titles: tuple[str, ...]
    day: date
    where: str


def taken_again(one: Open, lapses: tuple[Lapse, ...], end: date) -> tuple[Again, ...]:
    """Of what lapses before a day that on which points or a round rest, the soonest first."""
    return tuple(
        Again(titles=each.titles, day=each.day, where=_where(one, each))
        for each in lapses
        if each.day < end and (each.most or each.closed)
    )


def of_road(one: Open, road: CaseRoadmap, lapses: tuple[Lapse, ...]) -> tuple[Again, ...]:
    """What a road counts on being taken again before its last day."""
    return taken_again(one, lapses, road.until) if road.wished.renews else ()


def _where(one: Open, lapse: Lapse) -> str:
    """The first thing to learn that is measured by it."""
    known, base = to_learn(one), f"/goal/{one.name}"
    same = (move.id for move in one.process.moves if {name for name, _level in move.sets} == set(lapse.traits))
    move = next((each for each in same if each in known), None)
    return f"{base}/numbers#{lapse.traits[0]}" if move is None else f"{base}/learn#{move}"
