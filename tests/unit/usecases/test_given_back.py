"""Time that passes takes no hour of a week from what is worked on."""

from datetime import timedelta

from tests.fellowship import drawn, person, way
from tests.roadmap_cases import action, instance

from twelfth.roadmap import Plan, violations
from twelfth.usecases.roads.given_back import given_back


def test_time_that_passes_takes_no_hours_of_a_week() -> None:
    """Eighty hours at ten a week are done in eight weeks, with a course that takes nine months beside them."""
    alone = drawn(person(way("papers", 8.0, 80)))
    both = drawn(person(way("papers", 8.0, 80), way("teaches", True, 0, months=9)))
    miles = {one.move: one for one in both.miles}

    assert miles["papers"].work == alone.miles[0].work
    assert miles["papers"].done == alone.miles[0].done
    assert {hours for _, hours in miles["papers"].work} == {10}
    assert (miles["teaches"].hours, miles["teaches"].work) == (0, ())
    assert miles["teaches"].begins == both.as_of + timedelta(days=1)


def test_what_is_given_back_is_an_hour_of_each_such_week() -> None:
    """One thing passes the hole on to the next; nothing is done later, and no week has an hour more than that."""
    case = instance(action("idle", hours=1), action("a", hours=4), action("b", hours=4), hours=2)
    plan = Plan.of(
        {"idle": [(0, 1)], "a": [(0, 1), (1, 2), (2, 1)], "b": [(2, 1), (3, 2), (4, 1)]},
    )
    found = given_back(case, plan, {"idle"})

    assert not violations(case, plan)
    assert found.work["a"] == ((0, 2), (1, 2))
    assert found.work["b"] == ((2, 2), (3, 2))
    assert found.work["idle"] == ((0, 1),)


def test_what_lapses_or_is_pinned_stays_as_it_is() -> None:
    """Done earlier it might be over before it counts."""
    weeks = ((0, 1), (1, 2), (2, 1))
    for one in (action("a", hours=4, valid_weeks=5), action("a", hours=4, pinned=weeks)):
        case = instance(action("idle", hours=1), one, hours=2)
        plan = Plan.of({"idle": [(0, 1)], "a": weeks})

        assert given_back(case, plan, {"idle"}).work == plan.work


def test_time_that_is_pinned_has_an_hour_of_its_own() -> None:
    """The calendar has it already: nothing is to be given back."""
    idle = action("idle", hours=1, pinned=((0, 1),))
    plan = Plan.of({"idle": [(0, 1)], "a": [(0, 1), (1, 2), (2, 1)]})

    assert given_back(instance(idle, action("a", hours=4), hours=3), plan, {"idle"}).work == plan.work
