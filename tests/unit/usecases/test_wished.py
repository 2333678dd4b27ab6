"""Wishes for single miles: what stays, what is put off, and why some of them do not go together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.roadmap_cases import action, instance

from twelfth.roadmap import Instance, pinned_plan, violations
from twelfth.usecases import Clash, Clashing, GivenMile, Wishes
from twelfth.usecases.roads.wished import check_there, wished
from twelfth.usecases.roads.wishes import calendar_of, week_hours

DAY = date(2026, 3, 1)
STARTS = DAY + timedelta(days=1)
TITLES = {"a": "Alpha", "b": "Beta"}


def week(number: int) -> date:
    return STARTS + timedelta(weeks=number)


def mile(move: str = "a", *, work: dict[int, int], done: int, begins: int | None = None, shift: int = 0) -> GivenMile:
    """A mile whose weeks are counted from the first day, or so many days beside it."""
    pairs = tuple((week(number) + timedelta(days=shift), hours) for number, hours in work.items())
    first = min(work, default=0) if begins is None else begins
    return GivenMile(
        move=move,
        title=TITLES[move],
        begins=week(first) + timedelta(days=shift),
        done=week(done) + timedelta(days=shift),
        hours=sum(work.values()),
        cost=0,
        work=pairs,
        counted=True,
        again=None,
        exam=False,
    )


def asked(case: Instance, *pauses: date, **wishes: object) -> Instance:
    return wished(case, Wishes(**wishes), DAY, TITLES, pauses)  # type: ignore[arg-type]


def clashes(case: Instance, *pauses: date, **wishes: object) -> tuple[Clash, ...]:
    with pytest.raises(Clashing) as raised:
        asked(case, *pauses, **wishes)
    return raised.value.clashes


def test_without_wishes_the_instance_is_as_it_is() -> None:
    """Not even copied."""
    case = instance(action())

    assert wished(case, Wishes(avoid=("a",)), DAY, TITLES) is case


def test_a_mile_that_stays_keeps_its_weeks_counted_from_the_new_day() -> None:
    """Weeks that began two days later than those of now lie in the same ones; days before the first week are past."""
    case = instance(action("a"), action("b"))
    here = asked(case, pins=("a",), miles=(mile(work={3: 2, 4: 2}, done=5),))
    beside = asked(case, pins=("a",), miles=(mile(work={3: 2, 4: 2}, done=5, shift=2),))
    begun = asked(case, pins=("a",), miles=(mile(work={-1: 2, 0: 2, 1: 2}, done=2),))

    assert pinned_plan(here).work == pinned_plan(beside).work == {"a": ((3, 2), (4, 2))}
    assert pinned_plan(begun).work == {"a": ((0, 2), (1, 2))}


def test_hours_that_were_logged_are_the_first_of_those_planned() -> None:
    """Of four hours two are left: the last week keeps its own."""
    case = instance(action("a", hours=2))
    found = asked(case, pins=("a",), miles=(mile(work={3: 2, 4: 2}, done=5),))

    assert pinned_plan(found).work == {"a": ((4, 2),)}


def test_time_that_passes_goes_on_from_where_it_began() -> None:
    """Ten weeks that began six weeks ago have four to go, though other miles have every hour of the first."""
    case = instance(action("a", hours=1, min_weeks=10), action("b"), hours=2)
    idle = mile(work={}, begins=-6, done=4)
    found = asked(case, pins=("a", "b"), miles=(idle, mile("b", work={0: 2, 1: 2}, done=2)))

    assert pinned_plan(found).work["a"] == ((0, 1),)
    assert found.by_id["a"].min_weeks == 4
    assert found.calendar.hours[:2] == (3, 2)
    assert not violations(found, pinned_plan(found))


def test_what_takes_longer_by_now_cannot_stay_and_says_from_when() -> None:
    """Five weeks that were to be three; and one whose day is past."""
    longer, past = instance(action("a", hours=1, min_weeks=5)), instance(action("a", hours=1, min_weeks=2))

    assert clashes(longer, pins=("a",), miles=(mile(work={}, begins=1, done=4),)) == (
        Clash(kind="slips", titles=("Alpha",), day=week(6)),
    )
    assert clashes(past, pins=("a",), miles=(mile(work={}, begins=-4, done=-2),)) == (
        Clash(kind="slips", titles=("Alpha",), day=week(1)),
    )
    assert asked(longer, pins=("a",), miles=(mile(work={}, begins=1, done=6),))


def test_what_comes_before_a_mile_that_stays_stays_too() -> None:
    """Where the road has it."""
    case = instance(action("a"), action("b", after=("a",)))
    first, second = mile(work={0: 2, 1: 2}, done=2), mile("b", work={2: 2, 3: 2}, done=4)

    assert {*pinned_plan(asked(case, pins=("b",), miles=(first, second))).work} == {"a", "b"}
    assert clashes(case, pins=("b",), miles=(second,)) == (Clash(kind="before", titles=("Beta", "Alpha")),)


def test_a_mile_is_put_off_to_the_first_whole_week() -> None:
    """From the day on: the week it lies in has begun already."""
    case = instance(action("a"))

    assert asked(case, not_before=(("a", week(2)),)).by_id["a"].not_before == 2
    assert asked(case, not_before=(("a", week(2) + timedelta(days=1)),)).by_id["a"].not_before == 3
    assert asked(case, not_before=(("a", DAY),)).by_id["a"].not_before == 0
    assert clashes(case, not_before=(("a", date.max),))[0].kind == "late"


def test_nothing_but_what_stays_is_left_where_so_asked() -> None:
    """And what is left needs nothing that is gone."""
    case = instance(action("a"), action("b"))
    found = asked(case, pins=("a",), miles=(mile(work={0: 2, 1: 2}, done=2),), alone=True)

    assert [one.id for one in found.actions] == ["a"]


def test_weeks_that_would_take_too_many_hours_are_counted_and_named() -> None:
    """The first of them, how many, how many of them a pause, and how many hours would be enough."""
    both = (mile(work={1: 2, 2: 2}, done=3), mile("b", work={1: 2, 2: 2}, done=3))
    calm = instance(action("a"), action("b"), hours=3)
    hours = calm.calendar.hours
    paused = replace(calm, calendar=replace(calm.calendar, hours=(*hours[:1], 0, *hours[2:])))

    named = ("Alpha", "Beta")
    assert clashes(calm, pins=("a", "b"), miles=both) == (
        Clash(kind="hours", titles=named, day=week(1), needed=4, there=3, weeks=2, paused=0),
    )
    assert clashes(paused, week(1), pins=("a", "b"), miles=both)[0].paused == 0  # nor would they fit without it


def test_each_other_conflict_is_named_with_what_would_do() -> None:
    """More is left than the weeks have; after the last day; money; put off and kept at once; put off too far."""
    case, long = instance(action("a")), instance(action("a", hours=6))
    stays = mile(work={1: 2, 2: 2}, done=3)

    assert clashes(long, pins=("a",), miles=(stays,)) == (Clash(kind="left", titles=("Alpha",), needed=6, there=4),)
    assert clashes(case, pins=("a",), miles=(mile(work={9: 2, 10: 2}, done=11),)) == (
        Clash(kind="late", titles=("Alpha",), day=week(11)),
    )
    assert clashes(instance(action("a", cost=101)), pins=("a",), miles=(stays,)) == (
        Clash(kind="money", titles=("Alpha",), needed=101, there=100),
    )
    assert clashes(case, pins=("a",), miles=(stays,), not_before=(("a", week(2)),)) == (
        Clash(kind="put off", titles=("Alpha",), day=week(1)),
    )
    assert clashes(case, not_before=(("a", week(8)),)) == (Clash(kind="late", titles=("Alpha",), day=week(10)),)


def test_a_mile_may_not_stay_before_what_it_needs() -> None:
    """The day from which it could is told."""
    case = instance(action("a"), action("b", after=("a",)))
    miles = (mile(work={2: 2, 3: 2}, done=4), mile("b", work={3: 2, 4: 2}, done=5))

    assert clashes(case, pins=("b",), miles=miles) == (Clash(kind="before", titles=("Beta", "Alpha"), day=week(4)),)


def test_what_can_no_longer_be_planned_cannot_be_kept() -> None:
    """But what is held by now needs no keeping."""
    wishes = Wishes(pins=("a",), miles=(mile(work={1: 2, 2: 2}, done=3),))
    check_there(wishes, there=(), held={"a"})

    with pytest.raises(Clashing) as raised:
        check_there(wishes, there=("b",), held=())

    assert raised.value.clashes == (Clash(kind="gone", titles=("Alpha",)),)


def test_a_week_that_a_pause_cuts_has_the_hours_of_its_other_days() -> None:
    """Weeks of the road begin on a Monday here, then on a Thursday: a pause of one week cuts two of those."""
    monday = date(2026, 3, 2)
    thursday = date(2026, 3, 5)

    assert week_hours(14, monday, 3, (monday + timedelta(weeks=1),)) == (14, 0, 14)
    assert week_hours(14, thursday, 3, (monday + timedelta(weeks=1),)) == (8, 6, 14)
    assert week_hours(5, thursday, 2, (monday + timedelta(weeks=1),)) == (3, 2)
    assert calendar_of((14, None), day=monday - timedelta(days=1), days=21, pauses=(monday,)).hours == (0, 14, 14)


@pytest.mark.parametrize("shift", range(7))
@pytest.mark.parametrize("hours", [1, 6, 10, 13])
def test_a_pause_of_one_calendar_week_takes_the_hours_of_one_week(hours: int, shift: int) -> None:
    """On whatever day the weeks of the road begin, whichever are looked at."""
    monday = date(2026, 3, 2)
    first = monday + timedelta(days=shift)
    ahead = week_hours(hours, first, 4, (monday + timedelta(weeks=2),))

    assert sum(ahead) == 3 * hours
    assert all(0 <= each <= hours for each in ahead)
    assert week_hours(hours, first + timedelta(weeks=1), 3, (monday + timedelta(weeks=2),)) == ahead[1:]


def test_a_clash_with_a_pause_names_its_days() -> None:
    """It cuts two weeks of a road that begins on a Tuesday; without it there would be enough, and nothing else is
    said to be enough."""
    pauses = (week(2), week(3))
    case = instance(action("a", hours=8), hours=4)
    shifted = DAY + timedelta(days=1)
    ahead = replace(case.calendar, hours=week_hours(4, shifted + timedelta(days=1), len(case.calendar.hours), pauses))
    given = mile(work={1: 4, 2: 4}, done=3, shift=1)
    with pytest.raises(Clashing) as raised:
        wished(replace(case, calendar=ahead), Wishes(pins=("a",), miles=(given,)), shifted, TITLES, pauses)
    (clash,) = raised.value.clashes

    assert (clash.day, clash.needed, clash.there) == (week(2) + timedelta(days=1), 4, 0)
    assert (clash.paused, clash.rests, clash.rests_to) == (1, week(2), week(4) - timedelta(days=1))


def test_time_that_passes_is_in_no_clash_of_hours() -> None:
    """It takes an hour of the planner and none of a person's."""
    case = instance(action("a", hours=1, min_weeks=10), action("b"), hours=1)
    idle = mile(work={}, begins=0, done=10)
    (clash,) = clashes(case, pins=("a", "b"), miles=(idle, mile("b", work={0: 2, 1: 2}, done=2)))

    assert (clash.titles, clash.needed, clash.there, clash.weeks) == (("Beta",), 2, 1, 2)
