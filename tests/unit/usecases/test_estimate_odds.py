"""The odds of a case: what they rest on, when there are none, and what stands before them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import built_in, example

from twelfth.base import NotEnoughData, Truth, When
from twelfth.distance import Caveat, Tier
from twelfth.goal import Basis, Case, Fact, PoolShare, Process, Range
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import OddsRead, estimate_odds

NASA = built_in("nasa-astronaut")
HERNANDEZ = example("hernandez")
MID_1998 = date(1998, 6, 30)
LONG_AGO = When.on(date(1980, 1, 1))


class Never:
    """A clock that stands still."""

    def today(self) -> date:
        return MID_1998


def share(trait: str, level: object, value: float, basis: Basis = Basis.GUESS, n: int | None = None) -> PoolShare:
    return PoolShare(trait=trait, basis=basis, level=level, share=value, n=n)  # type: ignore[arg-type]


def pool(basis: Basis = Basis.GUESS, n: int | None = None) -> tuple[PoolShare, ...]:
    """A statement about everything the yes group is recorded in both ways for, but the field."""
    degrees = zip(NASA.trait("degree").codes() or (), (0.0, 0.3, 0.4, 0.3), strict=False)
    trait = NASA.trait("degree")
    return (
        *(share("degree", trait.level(code), value, basis, n) for code, value in degrees),
        share("military", True, 0.3, basis, n),
        share("physician", False, 0.95, basis, n),
        share("worked_at_nasa", True, 0.1, basis, n),
        PoolShare(trait="experience", basis=basis, mean=9.0, sd=5.0, n=n),
    )


NOTHING_STATED = replace(NASA, pool=())


def read(case: Case = HERNANDEZ, process: Process = NOTHING_STATED, as_of: date = MID_1998) -> OddsRead:
    shelf = MemoryCases(MemoryPacks(process), case)
    return estimate_odds(case.name, cases=shelf, clock=Never(), as_of=as_of)


def with_pool(basis: Basis = Basis.GUESS, n: int | None = None) -> Process:
    return replace(NASA, pool=pool(basis, n))


def test_without_a_statement_about_the_pool_there_are_bounds() -> None:
    """NASA without its guess: no chance, the code that says why, and what the last round's rate allows."""
    found = read(process=NOTHING_STATED)

    assert (found.odds.p, found.odds.lo, found.tier) == (None, None, Tier.P0)
    assert Caveat.POOL_UNKNOWN in found.odds.caveats
    assert found.bounds is not None
    assert found.bounds.hi == 25 / 2600
    assert [one.round for one in found.rounds] == ["1995", "1996", "1998"]


def test_nasa_states_a_guess_and_answers_wide() -> None:
    """The guess makes tier P1; every line of it has a reason; the interval holds the average chance and is wide."""
    found = read(process=NASA)

    assert found.tier is Tier.P1
    assert {one.basis for one in found.pool} == {Basis.GUESS}
    assert all(one.note and one.source == ("pool_guess",) for one in found.pool)
    assert found.odds.lo is not None
    assert found.odds.hi is not None
    assert found.odds.lo < found.average < found.odds.hi
    assert found.odds.hi > 10 * found.odds.lo
    assert Caveat.POOL_GUESSED in found.odds.caveats


def test_a_headline_far_from_the_middle_of_its_own_draws_is_not_told() -> None:
    """On this day the step that fits the guess to the base rate carries the figure below a quarter of the draws."""
    found = read(process=NASA)

    assert found.odds.p is None
    assert Caveat.NO_SINGLE_FIGURE in found.odds.caveats


def test_a_guess_known_later_takes_no_part() -> None:
    """A share of the pool known from 1999 on leaves 1998 as it is without one."""
    late = tuple(replace(one, known=date(1999, 1, 1)) for one in NASA.pool)

    assert read(process=replace(NASA, pool=late)).tier is Tier.P0


@pytest.mark.parametrize(
    ("basis", "n", "tier"),
    [
        (Basis.GUESS, None, Tier.P1),
        (Basis.EXPERT, None, Tier.P1),
        (Basis.SURVEY, 150, Tier.P2),
        (Basis.PUBLISHED, None, Tier.P2),
    ],
)
def test_a_stated_pool_gives_odds_as_firm_as_the_statement(basis: Basis, n: int | None, tier: Tier) -> None:
    """An interval around a headline; the field, of which nothing is stated, is left out and named."""
    found = read(process=with_pool(basis, n))

    assert found.tier is tier
    assert found.odds.lo is not None
    assert (found.odds.p is not None) is (tier is Tier.P2)
    assert found.bounds is None
    assert ("field", "nothing is stated of it in the pool") in found.left_out
    assert {gap.trait for gap in found.gaps if gap.conditional is not None} == {
        "degree",
        "experience",
        "military",
        "physician",
        "worked_at_nasa",
    }


def test_the_least_firm_statement_decides() -> None:
    """One guess among published shares makes a guess of the pool."""
    mixed = (*pool(Basis.PUBLISHED)[:-1], PoolShare(trait="experience", basis=Basis.GUESS, mean=9.0, sd=5.0))

    assert read(process=replace(NASA, pool=mixed)).tier is Tier.P1


def test_an_incomplete_statement_is_left_out() -> None:
    """The share of one degree alone does not say what the others are."""
    part = tuple(one for one in pool() if one.trait != "degree" or one.level == "doctorate")
    found = read(process=replace(NASA, pool=part))

    assert ("degree", "nothing is stated of it in the pool") in found.left_out
    assert ("diving", "only its presence is ever recorded") in found.left_out
    assert found.odds.lo is not None


def test_having_worked_there_raises_the_chance() -> None:
    """The widest gap closed: the chance rises."""
    worked = Fact(trait="worked_at_nasa", level=True, begins=When.on(date(1997, 1, 1)))
    facts = tuple(one for one in HERNANDEZ.facts if one.trait != "worked_at_nasa")
    before, after = (
        read(case, with_pool(Basis.SURVEY)) for case in (HERNANDEZ, replace(HERNANDEZ, facts=(*facts, worked)))
    )

    assert before.odds.p is not None
    assert after.odds.p is not None
    assert after.odds.p > 1.5 * before.odds.p


def test_a_range_is_asked_at_both_ends() -> None:
    """0 to 30 years of experience: the interval holds those of both ends."""
    facts = tuple(one for one in HERNANDEZ.facts if one.trait != "experience")
    years = [Fact(trait="experience", level=level, begins=LONG_AGO) for level in (5.0, 30.0, Range(5.0, 30.0))]
    surveyed = with_pool(Basis.SURVEY)
    low, high, both = (read(replace(HERNANDEZ, facts=(*facts, one)), surveyed).odds for one in years)

    ends = (min(low.lo, high.lo), max(low.hi, high.hi))  # type: ignore[type-var]
    assert (both.lo, both.hi) == pytest.approx(ends)
    assert both.p is not None
    assert min(low.p, high.p) <= both.p <= max(low.p, high.p)  # type: ignore[type-var]


def test_a_requirement_that_is_not_met_stands_before_the_odds() -> None:
    """Without any degree the published minimum is not met: no chance is told."""
    facts = tuple(one for one in HERNANDEZ.facts if one.trait not in ("degree", "experience"))
    poor = replace(HERNANDEZ, facts=(*facts, Fact(trait="experience", level=1.0, begins=LONG_AGO)))
    found = read(poor, with_pool())

    assert found.eligible is Truth.NO
    assert (found.odds.p, found.odds.lo, found.odds.caveats) == (None, None, (Caveat.NOT_ELIGIBLE,))


def test_what_was_known_later_changes_nothing() -> None:
    """As of 1996 the rounds and people of 1998 and later play no part."""
    found = read(process=with_pool(), as_of=date(1996, 12, 31))

    assert [one.round for one in found.rounds] == ["1995", "1996"]
    assert found == read(process=with_pool().known(date(1996, 12, 31)), as_of=date(1996, 12, 31))


def test_no_people_and_no_applicants_are_said() -> None:
    """Nobody selected by then; nobody's number of applicants."""
    with pytest.raises(NotEnoughData, match="Nobody selected by 1980-01-01 is on file"):
        read(as_of=date(1980, 1, 1))
    with pytest.raises(NotEnoughData, match="how many applied"):
        read(process=replace(NASA, funnel=()))
