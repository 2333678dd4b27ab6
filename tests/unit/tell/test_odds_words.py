"""Odds in words: every kind of headline, every caveat a sentence, 80 columns."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.usecases.test_estimate_odds import HERNANDEZ, MID_1998, NASA, Never, read, with_pool

from twelfth.base import Truth
from twelfth.distance import Caveat, Odds
from twelfth.goal import Basis, Binary, YesGroup
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, odds_page, say_gap, say_odds
from twelfth.tell.say.core_words import COULD_BE
from twelfth.tell.say.odds import CAVEATS, odds_caveats, odds_short
from twelfth.usecases import measure_gap

GUESSED = read(process=with_pool())


def headline(p: float | None, lo: float, hi: float) -> str:
    return odds_short(replace(GUESSED, odds=Odds(p=p, lo=lo, hi=hi, basis="")))


def test_a_headline_stands_with_its_interval_and_the_average() -> None:
    """One figure, 90 %, and what the average applicant has."""
    assert headline(0.012, 0.004, 0.03) == ("1% (could be 0.4% to 3%). The average applicant's chance is 1.0%.")


def test_far_below_the_average_is_said_so() -> None:
    """Below a tenth of the average no figure is told."""
    assert headline(0.0002, 0.0001, 0.0005).startswith("Less than a tenth of the average applicant's chance")


def test_what_could_be_says_that_it_is_a_90_percent_interval() -> None:
    """Once, where a headline stands with its interval; not where there is no headline."""
    few = replace(GUESSED, odds=Odds(p=None, lo=0.004, hi=0.03, basis=""))

    assert odds_caveats(GUESSED).count(COULD_BE) == int(GUESSED.odds.p is not None)
    assert COULD_BE in odds_caveats(replace(GUESSED, odds=Odds(p=0.01, lo=0.004, hi=0.03, basis="")))
    assert COULD_BE not in odds_caveats(few)
    assert "90%" in COULD_BE


def test_too_few_people_have_an_interval_only() -> None:
    """No headline, and why."""
    few = Odds(p=None, lo=0.004, hi=0.03, basis="", caveats=(Caveat.FEW_PROFILES,))

    assert odds_short(replace(GUESSED, odds=few)) == (
        "Between 0.4% and 3%, by what is known. Too few people for a single figure."
    )


def test_where_a_guess_allows_no_single_figure_the_average_stands_beside_the_interval() -> None:
    """No headline, the interval, the average, and why."""
    assert headline(None, 0.004, 0.03) == (
        "Between 0.4% and 3%, by what is known. The average applicant's chance is 1.0%."
    )


def test_a_very_wide_interval_is_said_to_tell_little() -> None:
    """Ends more than twenty times apart."""
    assert headline(0.03, 0.009, 0.19).endswith("So wide an interval tells little.")
    assert not headline(0.03, 0.01, 0.19).endswith("So wide an interval tells little.")


def test_the_guess_is_shown_with_its_reasons() -> None:
    """Every stated share with the word guess, and the reason a reader can disagree with."""
    told = " ".join(say_odds(read(process=NASA)).split())

    assert "bachelor 35%, master 40%, doctorate 25% (guess). A bachelor's degree was enough to apply." in told


def test_without_bounds_the_average_is_told() -> None:
    """Nothing known of the pool and nothing lacked: the average alone."""
    unknown = read()

    assert "below 1.0%" in odds_short(unknown)
    assert "The average" in odds_short(replace(unknown, bounds=None))
    between = replace(unknown, bounds=replace(unknown.bounds, lo=0.001))  # type: ignore[type-var]
    assert "between 0.1% and 1.0%" in odds_short(between)


def test_not_eligible_is_said_first() -> None:
    """A gate before every figure."""
    assert odds_short(replace(GUESSED, eligible=Truth.NO)).startswith("Not eligible")


@pytest.mark.parametrize("caveat", list(Caveat))
def test_every_caveat_is_a_sentence(caveat: Caveat) -> None:
    """It is printed, in words, never as a code."""
    text = say_odds(replace(GUESSED, odds=replace(GUESSED.odds, caveats=(caveat,))))

    assert " ".join(CAVEATS[caveat].split()[:4]) in " ".join(text.split())
    assert caveat.value not in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_the_pool_and_the_weights_are_shown() -> None:
    """What was guessed stands beside the odds, and what counts for and against the person."""
    text = say_odds(read(process=with_pool(Basis.EXPERT)))
    page = odds_page(Report(sources=NASA.sources[:2], odds=GUESSED))

    assert "30% (expert)" in text
    assert "mean 9, sd 5 (expert)" in text
    assert "Worked at a NASA centre: no" in text
    assert "given everything else" in page
    assert "(guess)" in page


def test_a_stated_pool_ends_the_talk_of_bounds() -> None:
    """Where the pack states what the applicants had, a gap points to the odds and says nothing is unknown of them."""
    shelf = MemoryCases(MemoryPacks(with_pool()), HERNANDEZ)
    stated = say_gap(measure_gap("hernandez", cases=shelf, clock=Never(), as_of=MID_1998))

    assert "so a chance can be told beside the gaps." in " ".join(stated.split())
    assert "cannot be computed from the yes group alone" not in " ".join(stated.split())


def test_a_protected_trait_unknown_of_the_person_is_not_asked_for() -> None:
    """It stands nowhere among what is not known exactly enough."""
    process = replace(NASA, traits=(*NASA.traits,), yes_group=None)
    trait = Binary("member", label="Member of that group", protected=True)
    group = YesGroup((trait,), np.array([[1.0], [0.0], [1.0]]))
    shelf = MemoryCases(
        MemoryPacks(replace(process, traits=(*NASA.traits, trait), yes_group=group, seat="", pool=())), HERNANDEZ
    )

    assert "Member of that group" not in say_gap(measure_gap("hernandez", cases=shelf, clock=Never(), as_of=MID_1998))
