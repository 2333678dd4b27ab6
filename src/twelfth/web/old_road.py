"""What became of the ground a road was drawn on: shown beside it, with a button that draws it again."""

from dataclasses import dataclass

from twelfth.usecases import CaseRoadmap, MovedAim, OwnFigures, figures_changed, moved_aims, outdated
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
    """None where there is no road, or nothing changed; nor of an example, whose road is of its day."""
    if drawn is None or one.kept.card.thing.invented:
        return None
    case = one.cases.get(one.name)
    words = outdated(drawn, case, one.process, one.kept.table, today=one.desk.today)
    if not words:
        return None
    figures = figures_changed(drawn, case, one.process)
    return OldRoad(words=words, figures=figures, aims=_AIMS.get((one.ground, drawn), lambda: _aims(one, drawn)))


def _aims(one: Open, drawn: CaseRoadmap) -> tuple[MovedAim, ...]:
    case, known = one.cases.get(one.name), one.process.known(one.as_of)
    return moved_aims(drawn, case.known(one.as_of), known, one.profile)
