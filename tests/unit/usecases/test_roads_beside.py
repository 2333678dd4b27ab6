"""One road beside another: the differences with their reasons, and the road that takes some of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.roads import AS_OF, EMPTY, MILE, UNTIL

from twelfth.usecases import (
    NO_HOURS,
    Aside,
    CaseRoadmap,
    DatedMile,
    Wished,
    amount_of,
    miles_known,
    mixes_of,
    plain_miles,
    roads_apart,
)

WEEK = timedelta(weeks=1)


def shifted(mile: DatedMile, weeks: int, **changed: object) -> DatedMile:
    by = weeks * WEEK
    moved = replace(mile, begins=mile.begins + by, done=mile.done + by, work=tuple((d + by, h) for d, h in mile.work))
    return replace(moved, **changed)  # type: ignore[arg-type]


def road(*miles: DatedMile, **changed: object) -> CaseRoadmap:
    return replace(EMPTY, miles=miles, **changed)  # type: ignore[arg-type]


OTHER = replace(MILE, move="two", title="Two", cost=30)
THIRD = replace(MILE, move="three", title="Three")


def why(before: CaseRoadmap, now: CaseRoadmap) -> list[str]:
    return [one.why for one in roads_apart(before, now)]


def test_less_than_a_week_is_no_difference() -> None:
    """The weeks of a road are counted from the day on which it was drawn."""
    six = replace(MILE, done=MILE.done + timedelta(days=6))

    assert roads_apart(road(MILE), road(six)) == ()
    assert why(road(MILE), road(shifted(MILE, 1))) == ["others"]


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (road(wished=Wished(avoid=("one",))), "left out"),
        (road(), "held"),
        (road(aside=(Aside(move="one", title="One", why="it finds no place"),)), "aside"),
        (road(shifted(MILE, 2), wished=Wished(pins=("one",))), "stays"),
        (road(shifted(MILE, 2), wished=Wished(not_before=(("one", AS_OF),))), "put off"),
        (road(shifted(MILE, 2, hours=30)), "hours"),
        (road(shifted(MILE, 2), hours_per_week=5), "capacity"),
        (road(shifted(MILE, 2), wished=Wished(pauses=(AS_OF,))), "pauses"),
        (road(shifted(MILE, 2), until=UNTIL + timedelta(weeks=9)), "until"),
        (road(shifted(MILE, 2), until=UNTIL + timedelta(days=6)), "others"),
        (road(shifted(MILE, 2), until=UNTIL + timedelta(weeks=9), wished=Wished(pauses=(UNTIL + WEEK,))), "until"),
        (road(shifted(MILE, 2), until=UNTIL + timedelta(weeks=9), wished=Wished(pauses=(AS_OF,))), "pauses"),
    ],
)
def test_a_mile_that_moved_or_went_says_why(now: CaseRoadmap, reason: str) -> None:
    """As both roads say of themselves."""
    assert why(road(MILE), now) == [reason]


def test_a_mile_that_came_says_why() -> None:
    """It raises the chance, or nobody had said what it takes."""
    unpriced = (Aside(move="one", title="One", why="its hours are not known"),)

    assert why(road(), road(MILE)) == ["raises"]
    assert why(road(aside=unpriced), road(MILE)) == ["figures"]


def test_the_mix_takes_some_lines_and_leaves_the_others() -> None:
    """First all of it as it is, nothing else beside it; then what differs alone, the rest as is best."""
    followed = road(MILE, OTHER)
    offered = road(shifted(MILE, 4), THIRD, wished=Wished(avoid=("two",)))
    exact, best = mixes_of(followed, offered, {"one", "two"})

    assert (exact.pins, exact.alone, exact.avoid) == (("one", "three", "two"), True, ())
    assert [(one.move, one.done) for one in exact.miles] == [
        ("one", MILE.done),
        ("three", THIRD.done),
        ("two", OTHER.done),
    ]
    assert (best.pins, best.alone) == (exact.pins, False)
    assert next(mixes_of(followed, offered, {"three"})).avoid == ("three", "two")
    assert next(mixes_of(followed, offered, {"three"})).pins == ("one",)


def test_what_is_the_same_in_both_may_move_where_the_exact_mix_does_not_fit() -> None:
    """Only what differs is pinned the second time."""
    _exact, best = mixes_of(road(MILE, OTHER), road(MILE, shifted(OTHER, 3)), {"two"})

    assert best.pins == ("two",)


def test_a_road_is_told_plainly_and_in_all() -> None:
    """Its miles by the day they begin, the most hours of a week, and the sums."""
    later = shifted(OTHER, 3)
    found = road(later, MILE)

    assert [(one.mile.move, one.weekly) for one in plain_miles(found)] == [("one", 10), ("two", 10)]
    assert (amount_of(found).hours, amount_of(found).costs) == (40, ((30, found.currency),))
    assert [(one.move, one.done) for one in miles_known(road(MILE), road(shifted(MILE, 9), later), None)] == [
        ("one", MILE.done),
        ("two", later.done),
    ]
    assert date.min < amount_of(found).until


def test_a_road_without_a_mile_waits_for_hours_where_they_are_what_lacks() -> None:
    """Where nothing lacks hours there is nothing to say, and a road with a mile is there to be followed."""
    lacking = (Aside(move="two", title="Two", why=NO_HOURS),)
    other = (Aside(move="two", title="Two", why="it changes no points"),)

    assert road(aside=lacking).waits_for_hours
    assert not road(aside=other).waits_for_hours
    assert not road(MILE, aside=lacking).waits_for_hours
