"""What is next and by when, as Today and Distance tell it."""

from dataclasses import dataclass
from datetime import date

from twelfth.distance import Anniversary, Lapse
from twelfth.tell import standing_words
from twelfth.usecases import (
    CaseRoadmap,
    ComingRounds,
    DatedMile,
    DaysAhead,
    TimeLeft,
    coming_rounds,
    days_ahead,
    got_in,
    next_mile,
    road_of,
    time_left,
)
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered
from twelfth.web.views.begin_with import BeginWith, begin_with
from twelfth.web.views.first_act import Act, first_act
from twelfth.web.views.first_gap import FirstGap, first_gap
from twelfth.web.views.hours_asked import hours_asked
from twelfth.web.views.taken_again import Again, taken_again
from twelfth.web.writing import spoken

_COMING: Remembered[ComingRounds] = Remembered()
_AHEAD: Remembered[DaysAhead] = Remembered()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """rounds: the next date of a round, or how often they are held. left: the time until that date; None without one.
    certain: the days that come whatever anybody announces, the soonest first."""

    rounds: ComingRounds
    left: TimeLeft | None = None
    certain: tuple["Certain", ...] = ()

    @property
    def chosen(self) -> tuple[str, str] | None:
        """The kind of round one wrote down, and where one stands in it, in words."""
        if self.rounds.chosen is None:
            return None
        with spoken():
            words = standing_words(self.rounds.chosen)
            return words.title, words.sentence

    @property
    def told(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.certain) or self.rounds.told

    @property
    def first(self) -> tuple["Certain", ...]:
        """What is told before the rounds: with a round announced, what comes before it."""
        round_ = self.rounds.next
        return self.certain if round_ is None else tuple(one for one in self.certain if one.day < round_.day)

    @property
    def later(self) -> tuple["Certain", ...]:
        """What is told after the rounds."""
        return self.certain[len(self.first) :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certain:
    """A day that comes: what lapses on it, or the anniversary it is."""

    day: date
    lapse: Lapse | None = None
    anniversary: Anniversary | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThings:
    """mile: of the road that is followed, the one to look at; None without one. act: what is to be said or done where
    there is none; None before the first road. gap, begin: what to acquire first before there is one, by those who got
    in or by points. again: what lapses before the mile, or what one begins with, is done. asks_hours: whether the hours
    a week are all that a first road needs. coming: the next dates."""

    mile: DatedMile | None
    act: Act | None
    gap: FirstGap | None
    begin: BeginWith | None
    again: tuple[Again, ...]
    asks_hours: bool
    coming: Coming


def next_things(one: Open, typed: float | None = None) -> NextThings | None:
    """None after a yes. typed: hours a week that are typed and not kept yet."""
    if got_in(one.kept, one.process) is not None:
        return None
    road, begun = followed_by(one), bool(one.kept.roads)
    mile, begin = None if road is None else next_mile(road, one.desk.today), None if begun else begin_with(one, typed)
    end = mile.done if mile is not None else begin.until if begin is not None else date.min
    counted = mile is None or (road is not None and road.wished.renews)
    return NextThings(
        mile=mile,
        act=first_act(one),
        gap=None if begun else first_gap(one),
        begin=begin,
        again=taken_again(one, ahead_of(one).lapses, end) if counted else (),
        asks_hours=not begun and not hours_asked(one, None),
        coming=coming_of(one),
    )


def left_until(one: Open, day: date) -> TimeLeft:
    """The time until a day to come, in the hours a week that there are."""
    capacity = one.kept.card.thing.capacity
    return time_left(
        day,
        today=one.desk.today,
        hours_per_week=None if capacity is None else capacity.hours_per_week,
        pauses=[row.thing.monday for row in one.kept.pauses],
    )


def followed_by(one: Open) -> CaseRoadmap | None:
    """The road that is followed."""
    return None if one.kept.road is None else road_of(one.kept.road)


def coming_of(one: Open) -> Coming:
    """The next dates: of a road that is followed only what comes before it is done."""
    today, road = one.desk.today, followed_by(one)
    rounds = _COMING.get(
        (one.ground, today), lambda: coming_rounds(one.kept, one.process, today=today, as_of=one.as_of)
    )
    ahead = ahead_of(one)
    if road is not None and next_mile(road, today) is not None:
        ahead = ahead.before(road.until)
    certain = [Certain(day=each.day, lapse=each) for each in ahead.lapses]
    if ahead.anniversary is not None:
        certain.append(Certain(day=ahead.anniversary.day, anniversary=ahead.anniversary))
    left = None if rounds.next is None else left_until(one, rounds.next.day)
    return Coming(rounds=rounds, left=left, certain=tuple(sorted(certain, key=lambda each: each.day)))


def ahead_of(one: Open) -> DaysAhead:
    """The days on which something of the person stops counting."""
    today = one.desk.today
    return _AHEAD.get(
        (one.ground, today), lambda: days_ahead(one.cases.get(one.name), one.process, today=today, as_of=one.as_of)
    )
