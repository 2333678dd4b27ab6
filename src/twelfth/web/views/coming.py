"""What is next and by when, as Today and Distance tell it."""

from dataclasses import dataclass

from twelfth.usecases import CaseRoadmap, ComingRounds, DatedMile, coming_rounds, got_in, next_mile, road_of
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered

_COMING: Remembered[ComingRounds] = Remembered()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThings:
    """mile: of the road that is followed, the one to look at; None without one. coming: the next date of a round."""

    mile: DatedMile | None
    coming: ComingRounds


def next_things(one: Open) -> NextThings | None:
    """None after a yes."""
    if got_in(one.kept, one.process) is not None:
        return None
    road = followed_by(one)
    return NextThings(mile=None if road is None else next_mile(road, one.desk.today), coming=coming_of(one))


def followed_by(one: Open) -> CaseRoadmap | None:
    """The road that is followed."""
    return None if one.kept.road is None else road_of(one.kept.road)


def coming_of(one: Open) -> ComingRounds:
    """The next date of rounds one may enter, or how often they are held."""
    return _COMING.get(
        (one.ground, one.desk.today),
        lambda: coming_rounds(one.kept, one.process, today=one.desk.today, as_of=one.as_of),
    )
