"""What changed since a road was drawn, and the pauses that are one such thing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.kept_goals import THINGS
from tests.roads import AS_OF, EMPTY, MILE, UNTIL

from twelfth.base import InvalidInput, When
from twelfth.compose import workplace
from twelfth.goal import Capacity, Case, Fact, Process, Way
from twelfth.usecases import (
    CaseRoadmap,
    OwnFigures,
    Pause,
    PeopleKept,
    Row,
    Since,
    Wished,
    figures_changed,
    numbers_of,
    outdated,
    pauses_between,
    rests_from,
    still_fits,
    wishes_again,
)

MONDAY = date(2026, 3, 2)
WEEK = timedelta(weeks=1)


@pytest.fixture(scope="module")
def case() -> Case:
    return replace(workplace().cases.get("newcomer"), capacity=Capacity(hours_per_week=10, money=1000))


@pytest.fixture(scope="module")
def process() -> Process:
    return workplace().cases.process_of("newcomer")


@pytest.fixture
def road(case: Case, process: Process) -> CaseRoadmap:
    return replace(EMPTY, miles=(MILE,), pack_version=process.version, numbers=numbers_of(case))


def test_a_road_of_the_same_ground_is_not_old(case: Case, process: Process, road: CaseRoadmap) -> None:
    """However many days pass; nor is one of which nobody said what it was drawn from."""
    assert outdated(road, case, process, today=AS_OF) == ()
    assert outdated(road, case, process, today=UNTIL - timedelta(days=1)) == ()
    assert outdated(replace(road, numbers=""), case, process, today=AS_OF) == ()


def test_a_table_that_changed_makes_a_road_old(case: Case, process: Process, road: CaseRoadmap) -> None:
    """Those who got in are what a road of one's own was drawn to."""
    (table,) = [one for one in THINGS if isinstance(one, PeopleKept)]
    first, other = (Row(id=1, version=at, thing=replace(table, applied=5000, selected=100 + at)) for at in (1, 2))
    drawn = replace(road, numbers=numbers_of(case, first))

    assert outdated(drawn, case, process, first, today=AS_OF) == ()
    assert outdated(drawn, case, process, other, today=AS_OF) == ("numbers",)


def test_hours_that_changed_are_named_by_what_they_are_of(case: Case, process: Process, road: CaseRoadmap) -> None:
    """Not as the person's numbers; where only the money or the chance did, as figures. Given, changed or taken back."""
    case = replace(case, ways=())
    french = Way(move="french_7", hours_low=320, hours_high=320, own=True)
    dear = replace(french, cost_low=500, cost_high=500, currency="CAD")
    mine, paid = replace(case, ways=(french,)), replace(case, ways=(dear,))
    road, drawn = (replace(road, numbers=numbers_of(one)) for one in (case, mine))
    title = next(one.title for one in process.moves if one.id == "french_7")

    assert outdated(road, mine, process, today=AS_OF) == ("hours",)
    assert outdated(drawn, mine, process, today=AS_OF) == ()
    assert figures_changed(road, mine, process) == OwnFigures(hours=(title,))
    assert figures_changed(drawn, case, process) == OwnFigures(hours=(title,))
    assert figures_changed(drawn, paid, process) == OwnFigures(others=(title,))
    assert outdated(drawn, replace(mine, facts=case.facts[1:]), process, today=AS_OF) == ("numbers",)


def test_a_road_of_before_tells_of_its_numbers_alone(case: Case, process: Process, road: CaseRoadmap) -> None:
    """One digest of all was kept with it; a text that no road of ours has changes nothing."""
    before, odd = replace(road, numbers="0" * 16), replace(road, numbers=f"{numbers_of(case)}:::;x;")

    assert outdated(before, case, process, today=AS_OF) == ("numbers",)
    assert figures_changed(before, case, process) == OwnFigures()
    assert outdated(odd, case, process, today=AS_OF) in ((), ("hours",))


def test_each_thing_that_changed_is_named(case: Case, process: Process, road: CaseRoadmap) -> None:
    """Numbers, hours or money, pauses ahead, the rules; and that its last day is past."""
    fewer = replace(case, facts=case.facts[1:])
    busier, richer = (replace(case, capacity=Capacity(hours_per_week=h, money=m)) for h, m in ((9, 1000), (10, 2000)))

    assert outdated(road, fewer, process, today=AS_OF) == ("numbers",)
    assert outdated(road, busier, process, today=AS_OF) == ("capacity",)
    assert outdated(road, richer, process, today=AS_OF) == ("capacity",)
    assert outdated(road, replace(case, pauses=(MONDAY,)), process, today=AS_OF) == ("pauses",)
    assert outdated(road, replace(case, pauses=(MONDAY,)), process, today=MONDAY) == ()
    assert outdated(road, case, replace(process, version="9.9.9"), today=AS_OF) == ("rules",)
    assert outdated(road, case, process, today=UNTIL) == ("over",)


def test_a_road_fits_while_its_weeks_and_its_money_are_there(case: Case, road: CaseRoadmap) -> None:
    """Fewer hours, a pause over its weeks or less money than it costs, and it does not."""
    busier = replace(case, capacity=Capacity(hours_per_week=9))
    first = MILE.work[0][0]
    paused = replace(case, pauses=(first - timedelta(days=first.weekday()),))

    assert still_fits(road, case)
    assert not still_fits(road, busier)
    assert not still_fits(road, paused)
    assert not still_fits(replace(road, miles=(replace(MILE, cost=1001),)), case)


def test_a_road_is_drawn_again_as_it_was_asked_for(case: Case, road: CaseRoadmap) -> None:
    """With the hours there are by now; a day that is over puts nothing off any more, nor ends a road."""
    busier = replace(case, capacity=Capacity(hours_per_week=4))
    asked = replace(road, wished=Wished(avoid=("x",), not_before=(("y", MONDAY),), pins=("one",), until=UNTIL))
    again, late = (wishes_again(asked, busier, today=day) for day in (AS_OF, UNTIL))

    assert (again.hours_per_week, again.budget, again.until) == (4, None, UNTIL)
    assert (again.avoid, again.not_before, again.pins) == (("x",), (("y", MONDAY),), ())
    assert (late.until, late.not_before) == (None, ())
    assert wishes_again(road, busier, today=AS_OF).until is None, "nobody asked for a last day"


def row(number: int, monday: date) -> Row[Pause]:
    return Row(id=number, version=1, thing=Pause(monday=monday))


def test_a_pause_is_every_week_with_one_of_its_days() -> None:
    """From a Sunday to a Monday two weeks lie; a week that is a pause already is not kept twice."""
    sunday = MONDAY - timedelta(days=1)

    assert pauses_between(sunday, MONDAY, ()) == (Pause(monday=MONDAY - WEEK), Pause(monday=MONDAY))
    assert pauses_between(sunday, MONDAY, (row(1, MONDAY),)) == (Pause(monday=MONDAY - WEEK),)


@pytest.mark.parametrize("last", [MONDAY - timedelta(days=1), MONDAY + 53 * WEEK])
def test_a_pause_has_its_days_in_order_and_ends_within_a_year(last: date) -> None:
    """Anything else is a slip of the hand."""
    with pytest.raises(InvalidInput):
        pauses_between(MONDAY, last, ())


def test_pauses_in_a_row_are_told_as_one_and_those_over_are_not() -> None:
    """From its first Monday to its last Sunday."""
    kept = (row(1, MONDAY + WEEK), row(2, MONDAY), row(3, MONDAY - 4 * WEEK), row(4, MONDAY + 5 * WEEK))
    one, other = rests_from(MONDAY + timedelta(days=6), kept)

    assert (one.first, one.last) == (MONDAY, MONDAY + 2 * WEEK - timedelta(days=1))
    assert [each.id for each in one.rows] == [2, 1]
    assert (other.first, other.last) == (MONDAY + 5 * WEEK, MONDAY + 6 * WEEK - timedelta(days=1))


def test_whoever_says_that_it_was_already_so_makes_no_road_old(case: Case, process: Process, road: CaseRoadmap) -> None:
    """Since when a level holds is no matter of a road, unless it lapses, ends, begins later or is another level."""

    def dated(trait: str, **more: object) -> Case:
        facts = (replace(one, **more) if one.trait == trait else one for one in case.facts)  # type: ignore[arg-type]
        return replace(case, facts=tuple(facts))

    def told(changed: Case, today: date = AS_OF) -> tuple[str, ...]:
        return outdated(drawn, changed, process, today=today)

    since = Since(drawn=AS_OF, today=AS_OF)
    drawn = replace(road, as_of=AS_OF, numbers=numbers_of(case, traits=process.traits, since=since))
    before, later = (When.on(AS_OF + timedelta(days=days)) for days in (-700, 7))

    assert told(case) == ()
    assert told(dated("education", begins=before)) == ()
    assert told(dated("education", level="doctorate")) == ("numbers",)
    assert told(dated("english_reading", begins=before)) == ("numbers",)
    assert told(dated("french_reading", begins=before)) == ()  # none: it lapses to what it is
    assert told(dated("education", ends=later)) == ("numbers",)
    assert told(dated("education", begins=later), AS_OF + timedelta(days=9)) == ("numbers",)
    assert told(replace(case, facts=case.facts[1:])) == ("numbers",)


def test_what_was_to_begin_makes_no_road_old_once_it_has(case: Case, process: Process, road: CaseRoadmap) -> None:
    """The road was drawn with it; a day that only passes changes nothing."""
    later = When.on(AS_OF + timedelta(days=7))
    coming = replace(case, facts=(*case.facts, Fact(trait="sibling", level=True, begins=later)))
    since = Since(drawn=AS_OF, today=AS_OF)
    drawn = replace(road, as_of=AS_OF, numbers=numbers_of(coming, traits=process.traits, since=since))

    assert outdated(drawn, coming, process, today=AS_OF) == ()
    assert outdated(drawn, coming, process, today=AS_OF + timedelta(days=30)) == ()


def test_of_facts_that_contradict_each_other_every_word_counts(case: Case, process: Process, road: CaseRoadmap) -> None:
    """What holds cannot be told: the road is as old as what was written."""
    day = When.on(AS_OF - timedelta(days=30))
    both = tuple(Fact(trait="sibling", level=level, begins=day) for level in (True, False))
    mine = replace(case, facts=tuple(one for one in case.facts if one.trait != "sibling") + both)
    since = Since(drawn=AS_OF, today=AS_OF)

    assert numbers_of(mine, traits=process.traits, since=since) == numbers_of(mine)
