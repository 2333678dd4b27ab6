"""The chance on the way, by a day and by kind: what a plan adds is never less than nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.points_cases import AS_OF, small_points_case
from tests.roadmap_cases import planned as plan_for

from twelfth.distance import RubricOdds
from twelfth.learn import Catalogue
from twelfth.roadmap import DAYS
from twelfth.usecases.roads.plan_by_points import THINNED, chances_within
from twelfth.usecases.roads.points_road import PointsRoad


def road_of(seed: int) -> PointsRoad:
    """A small case where points decide, on many paths of cut-offs."""
    case = small_points_case(seed, paths=16 * THINNED)
    assert case.points is not None
    return PointsRoad(
        instance=case,
        points=case.points,
        catalogue=Catalogue(routes=(), unpriced=()),
        idle=(),
        model=RubricOdds(),
        as_of=AS_OF,
        doubtful=frozenset(),
        closed=frozenset(),
    )


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 400))
def test_by_no_day_is_the_chance_with_a_plan_below_that_of_nothing_done(seed: int) -> None:
    """Nor in any kind; before anything is done both are the same, and no day takes from the one before."""
    road = road_of(seed)
    best = plan_for(road.instance, slices=1)
    days = [*range(DAYS, road.points.days, DAYS), road.points.days]
    planned, idle = chances_within(road, best, days)
    done = best.plan.completions(road.instance.by_id)
    first = DAYS * min(done.values(), default=road.points.weeks)
    before = np.array(days) <= first

    assert (planned >= idle - 1e-12).all()
    assert planned[before] == pytest.approx(idle[before], abs=1e-12)
    assert (np.diff(planned, axis=0) >= -1e-12).all()
    assert (planned[:, :-1] <= planned[:, -1:] + 1e-12).all()
    assert planned[-1, -1] == pytest.approx(best.chance)
