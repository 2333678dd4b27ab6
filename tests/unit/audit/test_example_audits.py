"""Golden numbers: the audits of the two built-in examples.

Source: the facts in the packs and cases themselves, counted by hand from selected.csv (people of the seat with a known
value, himself left out) and added up from the grid of Express Entry. Counts and whole points, so no tolerance.
"""

from datetime import date

import pytest
from tests.factories import built_in, example

from twelfth.audit import AuditRecord, RubricDistance, decision_day, examine, latest_decided, rubric_distance
from twelfth.base import Truth
from twelfth.distance import Gap, GapStatus, MoveEffect, Standing
from twelfth.goal import profile

LAST_ROUND = date(2025, 12, 17)


def hernandez(number: int) -> AuditRecord:
    case, process = example("hernandez"), built_in("nasa-astronaut")
    return examine(case, process, number=number, as_of=decision_day(case, process, number))


def gaps_of(record: AuditRecord) -> dict[str, Gap]:
    assert record.cohort is not None
    return {one.trait: one for one in record.cohort.gaps}


@pytest.mark.parametrize(
    ("number", "round_id", "described", "holders", "known"),
    [(1, "1996", 34, 17, 34), (2, "1998", 51, 27, 48), (3, "2000", 61, 31, 57), (4, "2004", 69, 34, 65)],
)
def test_the_four_audits_count_the_same_people(
    number: int, round_id: str, described: int, holders: int, known: int
) -> None:
    """Those described by each year, and those of them known to have worked at NASA."""
    found = hernandez(number)
    worked = gaps_of(found)["worked_at_nasa"]

    assert found.attempt.round == round_id
    assert found.cohort is not None
    assert (found.cohort.described, worked.holders, worked.n_observed) == (described, holders, known)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_work_at_nasa_is_the_widest_gap_of_each_refusal(number: int) -> None:
    """In all three refusals the first gap is work at NASA, which he did not have."""
    found = hernandez(number)
    assert found.cohort is not None
    first = found.cohort.gaps[0]

    assert (first.trait, first.status, first.level) == ("worked_at_nasa", GapStatus.SHORT, False)


def test_by_the_selection_that_gap_is_closed() -> None:
    """In 2004 he had worked at NASA, and that was different from the attempt before."""
    found = hernandez(4)

    assert gaps_of(found)["worked_at_nasa"].status is GapStatus.AHEAD
    assert found.difference is not None
    assert ("worked_at_nasa", "no", "yes") in [(one.trait, one.before, one.after) for one in found.difference.changes]
    assert found.muscles == ("experience",)


def test_he_is_not_in_his_own_yes_group() -> None:
    """The group of 2004 has one person fewer than the pack describes for his seat."""
    group = built_in("nasa-astronaut").yes_group
    assert group is not None

    assert len(group.among(seat="mission specialist")) == 70
    assert hernandez(4).attempt.seat == "mission specialist"


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_biographies_are_never_a_share(number: int) -> None:
    """Flying, diving and Russian are counted only, in every audit."""
    found = [gaps_of(hernandez(number))[name] for name in ("flying", "diving", "russian")]

    assert {one.status for one in found} == {GapStatus.COUNTED}
    assert {(one.yes_percentile, one.lacking, one.width, one.bounds) for one in found} == {(None,) * 4}


def newcomer() -> RubricDistance:
    case, process = example("newcomer").known(LAST_ROUND), built_in("express-entry").known(LAST_ROUND)
    return rubric_distance(process, profile(case.facts, LAST_ROUND, traits=process.traits))


def standing(found: RubricDistance, kind: str) -> Standing:
    return next(one for one in found.standings if one.kind == kind)


def test_the_newcomer_has_416_points() -> None:
    """416: 340 core points and 76 of combinations, as tests/golden adds them up."""
    assert (newcomer().score.total.lo, newcomer().score.exact) == (416.0, True)


def test_the_newcomer_is_99_short_of_the_rounds_open_to_them() -> None:
    """The last round for experience in Canada was at 515."""
    found = standing(newcomer(), "cec")

    assert found.last is not None
    assert (found.eligible, found.last.cut_off, found.short_lo) == (Truth.YES, 515.0, 99.0)


def test_the_french_rounds_are_below_the_score_and_closed() -> None:
    """At 399 the last French round was 17 below the score, and it was not open to them."""
    found = standing(newcomer(), "french")

    assert found.last is not None
    assert (found.eligible, found.last.cut_off, found.short_lo) == (Truth.NO, 399.0, -17.0)


def test_french_opens_and_clears() -> None:
    """French at level 7 is worth 62 points, and with 478 opens the French rounds and passes their cut-off."""
    found = newcomer().smallest_clearing

    assert isinstance(found, MoveEffect)
    assert (found.move, found.gain_lo, found.total_lo) == ("french_7", 62.0, 478.0)
    assert (found.opens, found.clears) == (("french",), ("french",))


def test_the_last_attempt_of_the_newcomer() -> None:
    """The second refusal, of 16 December 2025, was 99 points short and sent what the first had sent."""
    case, process = example("newcomer"), built_in("express-entry")
    number = latest_decided(case, process, LAST_ROUND)

    found = examine(case, process, number=number, as_of=decision_day(case, process, number))

    assert (number, found.as_of, found.chosen.short_lo) == (2, date(2025, 12, 16), 99.0)
    assert found.difference is not None
    assert found.difference.changes == ()
    assert [one.met for one in found.requirements] == [Truth.YES]
