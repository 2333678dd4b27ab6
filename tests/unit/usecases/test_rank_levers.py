"""Levers of a case: what is ranked, what never is, and what stands where nothing can be told."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from tests.factories import built_in, example
from tests.unit.usecases.test_estimate_odds import HERNANDEZ, LONG_AGO, MID_1998, NASA, NOTHING_STATED, Never, with_pool

from twelfth.base import InvalidInput, NotEnoughData, Truth
from twelfth.goal import Basis, Case, Fact, Process, Way
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, levers_page, say_levers
from twelfth.usecases import LeversRead, rank_levers

DEGREE = Way(
    trait="degree", level="doctorate", hours_low=4000, hours_high=6000, cost_low=100, cost_high=100, currency="USD"
)


def read(case: Case = HERNANDEZ, process: Process = NASA, **asked: float) -> LeversRead:
    shelf = MemoryCases(MemoryPacks(process), case)
    return rank_levers(case.name, cases=shelf, clock=Never(), as_of=MID_1998, **asked)


@cache
def of_hernandez() -> LeversRead:
    return read()


def told(answer: LeversRead) -> str:
    return " ".join(say_levers(answer).split())


def test_levers_raise_the_chance_and_stand_in_their_order() -> None:
    """Every one has a gain, none is causal gives none, half less than all, and the first gains most."""
    levers = [one.lever for one in read(process=with_pool(Basis.SURVEY)).levers]

    assert len(levers) > 2
    assert all(one.gain > 0 and one.gain_none == 0 for one in levers)
    assert [one.gain for one in levers] == sorted((one.gain for one in levers), reverse=True)
    assert sum(one.p_best for one in levers) == pytest.approx(1)


def test_what_only_presence_tells_and_what_is_protected_is_never_a_lever() -> None:
    """Neither flying, diving and Russian, nor a trait marked protected."""
    military = replace(NASA.trait("military"), protected=True)
    traits = tuple(military if one.name == "military" else one for one in NASA.traits)
    group = NASA.yes_group
    assert group is not None
    rows = replace(group, traits=tuple(military if one.name == "military" else one for one in group.traits))
    names = {one.lever.option.trait for one in read(process=replace(NASA, traits=traits, yes_group=rows)).levers}

    assert "military" in {one.lever.option.trait for one in of_hernandez().levers}
    assert names
    assert not names & {"military", "flying", "diving", "russian"}


def test_nothing_stated_of_the_pool_gives_bounds_and_no_gain() -> None:
    """Tier P0: no levers, and the sentence why; what the rate allows is told by the odds."""
    found = read(process=NOTHING_STATED)

    assert found.levers == ()
    assert found.now.bounds is not None
    assert "What it leaves open" in told(found)
    assert "what a change would add to it cannot be either" in told(found)


def test_a_requirement_that_is_missed_comes_first() -> None:
    """Without it no change of anything else helps."""
    facts = tuple(one for one in HERNANDEZ.facts if one.trait not in ("degree", "experience"))
    found = read(replace(HERNANDEZ, facts=(*facts, Fact(trait="experience", level=1.0, begins=LONG_AGO))))

    assert (found.now.eligible, found.levers) == (Truth.NO, ())
    assert "First comes the requirement" in told(found)


def test_hours_and_cost_come_from_the_pack_and_the_persons_own_go_before() -> None:
    """The own figure is named as such; where none is known that is said."""
    by_pack = replace(NASA, ways=(replace(DEGREE, known=date(1990, 1, 1)),))
    own = replace(HERNANDEZ, ways=(replace(DEGREE, hours_low=50, hours_high=50, own=True),))
    found = [read(case, by_pack) for case in (HERNANDEZ, own)]
    hours = [{one.acquired: one.lever.option.hours for one in each.levers}["Doctorate"] for each in found]

    assert hours == [5000, 50]
    assert "50 hours, 100 USD (your own figures)." in told(found[1])
    assert "4,000 to 6,000 hours, 100 USD." in told(found[0])
    assert "Hours and cost not known." in told(found[0])
    assert "The hours are not known of every one of these" in told(found[0])


def test_ways_known_later_take_no_part() -> None:
    """As of 1998 nobody knew the hours that the pack was given in 2026."""
    assert all(one.way is None for one in of_hernandez().levers)


def test_two_that_cannot_be_told_apart_are_said_so() -> None:
    """From the guess they cannot; with one of them a thousandth of the hours they can."""
    found = of_hernandez()

    assert found.apart is False
    assert "cannot be told apart from" in told(found)
    hours = {"Doctorate": 5.0}
    quick = [
        replace(
            DEGREE,
            trait=one.lever.option.trait,
            level=one.lever.option.level,
            own=True,
            hours_low=hours.get(one.acquired, 50_000),
            hours_high=hours.get(one.acquired, 50_000),
        )
        for one in found.levers
    ]
    parted = read(replace(HERNANDEZ, ways=tuple(quick)))
    assert (parted.by_hour, parted.apart, parted.levers[0].acquired) == (True, True, "Doctorate")
    assert "three in four or more" in told(parted)


def test_others_who_do_the_same_take_from_the_gain() -> None:
    """The crowded gain is smaller; without adopters there is none."""
    found = read(process=with_pool(Basis.SURVEY), adopters=1.0)

    assert all(one.crowded is not None and one.crowded < one.lever.gain for one in found.levers)
    assert all(one.crowded is None for one in of_hernandez().levers)
    assert "If all the others do it too: +" in told(found)


def test_an_unknown_level_is_named_and_not_guessed() -> None:
    """Nothing is told of acquiring a trait of which one's own level is not known."""
    facts = tuple(one for one in HERNANDEZ.facts if one.trait != "worked_at_nasa")
    found = read(replace(HERNANDEZ, facts=facts))

    assert found.unknown == ("Worked at a NASA centre",)
    assert "worked_at_nasa" not in {one.lever.option.trait for one in found.levers}
    assert "nothing is told of: Worked at a NASA centre." in told(found)


def test_the_break_even_is_printed_and_no_advice_to_stop() -> None:
    """From which chance it pays, and what it must be worth; whether to go on is nobody's but theirs."""
    text = told(read(cost=500, value=200_000))

    assert "pays from a chance of 0.25% on" in text
    assert "it pays if being selected is worth more than" in text
    assert "yours to say" in text
    assert "no chance is enough" in told(read(cost=500, value=400))
    assert "Your own chance is not known" in told(read(process=NOTHING_STATED, cost=500))


@pytest.mark.parametrize("asked", [{"adopters": 1.5}, {"value": 3}, {"cost": -1}])
def test_what_cannot_be_asked_is_refused(asked: dict[str, float]) -> None:
    """A share beyond all, a value without a cost, a cost below nothing."""
    with pytest.raises(InvalidInput):
        read(**asked)


def test_where_points_decide_the_score_answers() -> None:
    """Express Entry has no yes group: the same refusal as of odds."""
    shelf = MemoryCases(MemoryPacks(built_in("express-entry")), example("newcomer"))

    with pytest.raises(NotEnoughData) as refused:
        rank_levers("newcomer", cases=shelf, clock=Never(), as_of=date(2025, 12, 17))
    assert refused.value.next_step == "Where points decide, see: twelfth odds newcomer"


def test_the_page_says_what_the_screen_says() -> None:
    """Each lever, the break-even and what it leaves open."""
    found = read(cost=500, value=200_000)
    page = levers_page(Report(sources=(), levers=found))

    assert all(one.acquired in page for one in found.levers)
    assert "from a chance of 0.25% on" in page
    assert "cannot be known from those selected" in page
