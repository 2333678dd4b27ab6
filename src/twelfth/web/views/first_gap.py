"""What to acquire first, where no road says it yet: the widest gap for which somebody who got in shows the way."""

from dataclasses import dataclass

from twelfth.base import NotEnoughData
from twelfth.distance import GapStatus
from twelfth.usecases import measure_gap, points_decide
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered
from twelfth.web.views.learn import lessons_of
from twelfth.web.words import level_words, titled_words

_WIDEST: Remembered[tuple[str, ...]] = Remembered()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstGap:
    """title: of what is lacking. now, then: the level one has and the one it leads to, in words; "" of a yes or no.
    where: its place on Learn."""

    title: str
    now: str
    then: str
    where: str


def first_gap(one: Open) -> FirstGap | None:
    """None where points decide, where nothing is known of the person, or where no gap can be acquired."""
    if not one.facts or points_decide(one.process):
        return None
    lessons = {trait: each for each in reversed(lessons_of(one)) if not each.held for trait, _ in each.move.sets}
    trait = next((each for each in _widest(one) if each in lessons), None)
    if trait is None:
        return None
    way = lessons[trait]
    return FirstGap(
        title=titled_words(one.process.trait(trait).title),
        now=level_words(way.now),
        then=level_words(way.then),
        where=f"/goal/{one.name}/learn#{way.towards}",
    )


def _widest(one: Open) -> tuple[str, ...]:
    """Traits in which one is short of those who got in, the widest gap first."""

    def made() -> tuple[str, ...]:
        try:
            found = measure_gap(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
        except NotEnoughData:
            return ()
        gaps = () if found.cohort is None else found.cohort.gaps
        return tuple(each.trait for each in gaps if each.status is GapStatus.SHORT)

    return _WIDEST.get((one.ground, one.as_of), made)
