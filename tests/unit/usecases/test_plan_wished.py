"""The road of a case as it was wished for: by people too, and what it says where entry is not known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from twelfth.base import add_months
from twelfth.compose import Workplace, workplace
from twelfth.goal import Case, Process, profile
from twelfth.tell.say.case_roadmap import say_case_roadmap
from twelfth.usecases import CaseRoadmap, Clashing, Wishes, entry_known, miles_known, plan_case
from twelfth.work import WEEK

DAY = date(2025, 12, 17)
THEN = date(1996, 5, 2)


class OneCase:
    """A CaseShelf with one case."""

    def __init__(self, case: Case, process: Process) -> None:
        self._case, self._process = case, process

    def names(self) -> tuple[str, ...]:
        return (self._case.name,)

    def get(self, name: str) -> Case:
        return self._case

    def process_of(self, name: str) -> Process:
        return self._process

    def add(self, draft: object, *, event: object) -> str:
        raise NotImplementedError


@pytest.fixture(scope="module")
def place() -> Workplace:
    return workplace()


def drawn(place: Workplace, case: Case, wishes: Wishes, day: date) -> CaseRoadmap:
    process = place.cases.process_of(case.name)
    return plan_case(
        case.name,
        cases=OneCase(case, process),
        clock=place.clock,
        planner=place.planner,
        wishes=wishes,
        as_of=day,
        slices=1,
    )


def test_where_people_decide_a_mile_stays_or_is_put_off_as_well(place: Workplace) -> None:
    """Those whose worth is counted, and those that have the time left over; alone, nothing else is in the road."""
    case = place.cases.get("hernandez")
    before = drawn(place, case, Wishes(hours_per_week=10), THEN)
    counted, rest = ([one for one in before.miles if one.counted is so] for so in (True, False))
    late = THEN + 20 * WEEK
    asked = Wishes(
        hours_per_week=20, pins=tuple(one.move for one in before.miles), miles=miles_known(before), alone=True
    )
    stays = drawn(place, case, asked, THEN)
    put_off = tuple((one.move, late) for one in (*counted, *rest))
    later = drawn(place, case, Wishes(hours_per_week=10, not_before=put_off), THEN)

    assert rest
    assert {one.move: one.work for one in stays.miles} == {one.move: one.work for one in before.miles}
    assert stays.chance == pytest.approx(before.chance)
    assert all(one.begins >= late for one in later.miles)
    assert later.wished.not_before == put_off


def test_two_that_stay_need_the_hours_of_both_where_people_decide(place: Workplace) -> None:
    """With fewer hours than the kept miles take, the wishes do not go together."""
    case = place.cases.get("hernandez")
    before = drawn(place, case, Wishes(hours_per_week=10), THEN)
    asked = Wishes(hours_per_week=1, pins=tuple(one.move for one in before.miles), miles=miles_known(before))

    with pytest.raises(Clashing) as raised:
        drawn(place, case, asked, THEN)

    assert {one.kind for one in raised.value.clashes} == {"hours"}


def test_a_road_has_no_hours_in_a_pause_whoever_decides(place: Workplace) -> None:
    """The week from the first day on is one."""
    for name, day in (("newcomer", DAY), ("hernandez", THEN)):
        first = day + timedelta(days=1)
        mondays = tuple(first - timedelta(days=first.weekday()) + place_ * WEEK for place_ in range(3))
        case = replace(place.cases.get(name), pauses=mondays)
        found = drawn(place, case, Wishes(hours_per_week=7), day)
        used = {week: hours for one in found.miles for week, hours in one.work}

        assert found.wished.pauses == mondays
        assert used
        assert not used.keys() & {first, first + WEEK}


def test_where_entry_is_not_known_nothing_done_has_no_percentage(place: Workplace) -> None:
    """Without the tests of English no round is certainly open; a road that makes one so has a chance."""
    case = place.cases.get("newcomer")
    english = tuple(one for one in case.facts if not one.trait.startswith("english"))
    known = drawn(place, case, Wishes(hours_per_week=10), DAY)
    unknown = drawn(place, replace(case, facts=english), Wishes(hours_per_week=10), DAY)
    process = place.cases.process_of("newcomer").known(DAY)
    whole, less = (profile(facts, DAY, traits=process.traits) for facts in (case.facts, english))
    told, words = say_case_roadmap(known), say_case_roadmap(unknown)

    assert (entry_known(process, whole), entry_known(process, less)) == (True, False)
    assert known.idle_known
    assert not unknown.idle_known
    assert "If nothing is done: not known, as it is not known which rounds may be entered." in " ".join(words.split())
    assert "If nothing is done: not known" not in told
    assert any(one.unknown for one in unknown.kinds)
    assert not any(one.unknown for one in known.kinds)


def test_no_work_lies_before_the_day_it_may_begin(place: Workplace) -> None:
    """As of a day that is past by three weeks: work and time that passes begin after them, and two years are ahead. A
    mile that was to begin in those weeks and stays is done when it was to be."""
    case, begins = place.cases.get("newcomer"), DAY + timedelta(days=20)
    first = DAY + timedelta(days=22)
    before = drawn(place, case, Wishes(hours_per_week=10), DAY)
    late = drawn(place, case, Wishes(hours_per_week=10, begins=begins), DAY)
    passing = next(one for one in before.miles if not one.hours)
    stays = Wishes(hours_per_week=10, begins=begins, pins=(passing.move,), miles=miles_known(before))
    kept = {one.move: one for one in drawn(place, case, stays, DAY).miles}

    assert passing.begins < begins
    assert late.miles
    assert min(one.begins for one in late.miles) == first
    assert late.as_of == DAY
    assert late.until == add_months(begins - timedelta(days=1), 24)
    assert kept[passing.move].done == passing.done
    assert min(one.begins for one in kept.values()) >= first
