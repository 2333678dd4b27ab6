"""Where one stands on a road that was drawn before: what is past, paid, sat and held, and the weeks from then on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from tests.points_cases import rounds_falling
from tests.roadmap_cases import action

from twelfth.roadmap import Calendar, Instance, Points
from twelfth.usecases import GivenMile, GivenRoad, Ground, Whose
from twelfth.usecases.roads.standing import Standing, stand

DRAWN = date(2025, 12, 17)
FIRST = DRAWN + timedelta(days=1)
DAY = date(2026, 1, 10)
"""24 days later: the fourth week is under way, the fifth is the first to come."""
UNTIL = date(2026, 6, 17)
AHEAD = (UNTIL - DAY).days
EXAM = action("exam", hours=20, max_hours_week=10, cost=40, pass_probability=0.5, retry_weeks=1)
LONG = action("long", hours=40, max_hours_week=5, cost=30)


def mile(move: str, week: int, hours: tuple[int, ...], **changed: Any) -> GivenMile:
    work = tuple((FIRST + timedelta(weeks=week + at), each) for at, each in enumerate(hours))
    figures: dict[str, Any] = {"cost": 40, "counted": True, "again": None, "exam": False}
    done = FIRST + timedelta(weeks=week + len(hours))
    told = {"move": move, "title": move, "begins": work[0][0], "done": done, "hours": sum(hours), "work": work}
    return GivenMile(**(told | figures | changed))


MILES = (
    mile("exam", 0, (10, 10), exam=True, again=7),
    mile("long", 2, (5,) * 8, cost=30),
    mile("gone", 1, (3,), cost=25),
    mile("had", 6, (4,), cost=10),
)


def points(days: int) -> Points:
    rng = np.random.default_rng(1)
    flat = np.full((1, days), 500.0)
    return Points(days=days, kinds=("kind",), paths=(rounds_falling(rng, days),), of=lambda held: flat + 10 * len(held))


def stood(*miles: GivenMile, day: date = DAY, money: int = 100, long: int = 40) -> Standing:
    """By points, from the day on; one move is held by then, another is closed. long: hours of the longer one by now."""
    ahead = (UNTIL - day).days
    calendar = Calendar(hours=(6,) * -(-ahead // 7), money=((0, money),))
    instance = Instance(calendar=calendar, rounds=(), actions=(EXAM, replace(LONG, hours=long)), points=points(ahead))
    titles = {one: one.title() for one in ("exam", "long", "gone", "had")}
    whose = Whose(
        case="me", title="Me", invented=True, process="p", process_title="P", pack_version="1", attribution="",
        as_of=day, starts=day + timedelta(days=1), until=UNTIL, hours_per_week=6, budget=money, currency="CAD",
        evidence="points", titles=titles, kinds={"kind": "Kind"}, days=(),
    )  # fmt: skip
    ground = Ground(instance=instance, whose=whose, held=frozenset({"had"}), closed={"gone": "it is closed"})  # type: ignore[arg-type]
    road = GivenRoad(
        case="me", drawn=DRAWN, as_of=DRAWN, until=UNTIL, hours_per_week=10, budget=100, miles=miles or MILES
    )
    return stand(ground, whose, road, "road.json")


def test_what_was_to_be_worked_by_the_week_of_the_day_was_worked() -> None:
    """The week under way counts as worked; hours of past weeks are those worked, of later ones those there are."""
    found = stood()
    states = {one.move: (one.state, one.hours, one.needed) for one in found.miles}

    assert found.since == 4
    assert states["long"] == ("under way", 10, 40)
    assert found.ground.instance.calendar.hours[:6] == (10, 10, 5, 5, 6, 6)
    assert found.ground.instance.weeks == -(-(UNTIL - DRAWN).days // 7)


def test_an_exam_sat_by_the_day_has_fewer_attempts_left() -> None:
    """Complete on the 1st, sat then and on the 8th; on the 10th one attempt is left. On the day it ends, none was."""
    found = stood()

    assert found.ground.instance.by_id["exam"].attempts_made == 2
    assert next(one for one in found.miles if one.move == "exam").state == "not passed"
    early = stood(day=date(2025, 12, 31))
    assert early.ground.instance.by_id["exam"].attempts_made == 0
    assert next(one for one in early.miles if one.move == "exam").state == "worked through"


def test_what_is_held_or_over_is_no_part_of_the_road_any_more() -> None:
    """What is closed and was worked through is over; where work was still to come, it is left to be dropped."""
    over, ahead = stood(), stood(mile("gone", 3, (3, 3)), MILES[0])

    assert over.old.work.keys() == {"exam", "long"}
    assert ahead.old.work.keys() == {"exam", "gone"}
    assert {one.move: one.state for one in over.miles} == {
        "exam": "not passed", "long": "under way", "gone": "no longer", "had": "held"
    }  # fmt: skip


def test_what_was_paid_for_what_is_gone_is_paid() -> None:
    """Of 100 the closed move took 25; the held one had not begun. What is begun is counted by the plan itself."""
    assert stood().paid == 25
    assert stood().ground.instance.calendar.money == ((0, 75),)
    assert stood(money=0).ground.instance.calendar.money == ((0, 70),)


def test_what_was_paid_for_what_cannot_be_counted_is_paid_too() -> None:
    """Diving, say: it changes no chance, and its money is gone all the same once it was begun."""
    dived, ahead = mile("dive", 1, (4,), cost=15, counted=False), mile("dive", 6, (4,), cost=15, counted=False)

    assert stood(*MILES, dived).paid == 25 + 15
    assert stood(*MILES, ahead).paid == 25


@pytest.mark.parametrize(("now", "left"), [(40, 30), (55, 45), (20, 20), (38, 30)])
def test_hours_that_are_told_otherwise_by_now_are_not_counted_twice(now: int, left: int) -> None:
    """Ten of forty were worked. More than forty by now: less those ten. Fewer, as from a level reached meanwhile: all
    of them, but no more than the thirty that were left."""
    assert stood(long=now).ground.instance.by_id["long"].hours == 10 + left


def test_rounds_fall_as_many_days_later_as_have_passed() -> None:
    """No round falls before the day; the chance of what is held throughout is that of the day's own forecast."""
    found, own = stood().ground.instance.points, points(AHEAD)
    assert found is not None
    held, now = (frozenset[str](),) * found.weeks, (frozenset[str](),) * own.weeks

    assert found.days == (UNTIL - DRAWN).days
    assert min(int(one.day[np.isfinite(one.bar)].min()) for one in found.paths) >= (DAY - DRAWN).days
    assert found.chances([held]) == pytest.approx(own.chances([now]), abs=1e-12)


def test_on_the_day_it_was_drawn_nothing_is_past() -> None:
    found = stood(*MILES[:2], day=DRAWN)

    assert (found.since, found.paid, found.miles) == (0, 0, ())
    assert found.old.work.keys() == {"exam", "long"}
