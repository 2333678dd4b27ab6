"""What a case amounts to for the planner where points decide: what is held is not what lacks hours."""

from datetime import date

import numpy as np

from twelfth.compose import workplace
from twelfth.distance import move_held
from twelfth.goal import profile
from twelfth.usecases import Wishes, days_ahead
from twelfth.usecases.roads.points_road import points_road

DAY, UNTIL = date(2025, 12, 17), date(2026, 12, 17)
LONG = date(2027, 12, 17)


def test_what_is_held_is_not_what_lacks_hours() -> None:
    """Three years of work abroad are there, and nobody has to say how long they take; a doctorate is not."""
    place = workplace()
    case, process = place.cases.get("newcomer").known(DAY), place.cases.process_of("newcomer").known(DAY)
    who = profile(case.facts, DAY, traits=process.traits)
    road = points_road(case, process, as_of=DAY, until=UNTIL, capacity=(10, None), wishes=Wishes())
    held = {one.id for one in process.moves if move_held(process, who, one)}
    lacking = {one.move.id for one in road.catalogue.unpriced}

    assert "foreign_work_36" in held
    assert "doctorate" in lacking
    assert not held & lacking


def test_a_road_may_count_on_a_test_being_taken_again() -> None:
    """With nothing done the points then fall by birthdays alone, and no kind of round closes; else they end with it."""
    place = workplace()
    case, process = place.cases.get("newcomer").known(DAY), place.cases.process_of("newcomer").known(DAY)
    (lapse,) = days_ahead(case, process, today=DAY, as_of=DAY).lapses
    by_wish = {
        renews: points_road(
            case, process, as_of=DAY, until=LONG, capacity=(10, None), wishes=Wishes(renews=renews)
        ).points.of(frozenset())
        for renews in (False, True)
    }
    lasts = (lapse.day - DAY).days

    assert DAY < lapse.day < LONG
    assert np.array_equal(by_wish[False][:, :lasts], by_wish[True][:, :lasts])
    assert not np.isfinite(by_wish[False][:, lasts:]).any()
    assert np.isfinite(by_wish[True][:, lasts:]).any()
