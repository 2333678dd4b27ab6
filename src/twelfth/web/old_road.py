"""What became of the ground a road was drawn on: shown beside it, with a button that draws it again."""

from dataclasses import dataclass

from twelfth.usecases import (
    CaseRoadmap,
    MovedAim,
    OwnFigures,
    figures_changed,
    moved_aims,
    outdated,
    road_of,
    roads_apart,
)
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered

_AIMS: Remembered[tuple[MovedAim, ...]] = Remembered()


@dataclass(frozen=True, slots=True, kw_only=True)
class OldRoad:
    """words: what changed; figures: of which things one's own figures did; aims: where those who got in stand by now,
    as far as the road goes elsewhere."""

    words: tuple[str, ...]
    figures: OwnFigures
    aims: tuple[MovedAim, ...]


def old_road(one: Open, drawn: CaseRoadmap | None) -> OldRoad | None:
    """None where there is no road, or nothing changed; where it was drawn again and came out the same; nor of an
    example, whose road is of its day."""
    if drawn is None or one.kept.card.thing.invented:
        return None
    words = _changed(one, drawn)
    if not words or _came_out_the_same(one, drawn):
        return None
    figures = figures_changed(drawn, one.cases.get(one.name), one.process)
    return OldRoad(words=words, figures=figures, aims=_AIMS.get((one.ground, drawn), lambda: _aims(one, drawn)))


def drawn_the_same(one: Open, drawn: CaseRoadmap) -> bool:
    """Whether the road that was drawn last is not followed, and has the miles of this one on its days."""
    last = one.kept.roads[-1]
    return last.thing.accepted is None and not roads_apart(drawn, road_of(last))


def _came_out_the_same(one: Open, drawn: CaseRoadmap) -> bool:
    return drawn_the_same(one, drawn) and not _changed(one, road_of(one.kept.roads[-1]))


def _changed(one: Open, drawn: CaseRoadmap) -> tuple[str, ...]:
    return outdated(drawn, one.cases.get(one.name), one.process, one.kept.table, today=one.desk.today)


def _aims(one: Open, drawn: CaseRoadmap) -> tuple[MovedAim, ...]:
    case, known = one.cases.get(one.name), one.process.known(one.as_of)
    return moved_aims(drawn, case.known(one.as_of), known, one.profile)
