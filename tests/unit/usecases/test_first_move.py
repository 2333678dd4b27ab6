"""What to begin with where points decide: the soonest that would have been enough, or what comes nearest to it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.points_process import POINTS_PROCESS
from tests.unit.usecases.test_forecast_rounds import Never, small

from twelfth.base import NotEnoughData
from twelfth.goal import Case, Process, Way
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import FirstMove, first_move

DAY = date(2019, 6, 30)


def takes(move: str, hours: float | None = None, **more: object) -> Way:
    return Way(move=move, hours_low=hours, hours_high=hours, **more)  # type: ignore[arg-type]


def of(*ways: Way, process: Process = POINTS_PROCESS, **changed: object) -> Process:
    """The small process where something is known of what its moves take; changed: fields of the moves' own."""
    moves = tuple(replace(one, **changed.get(one.id, {})) for one in process.moves)  # type: ignore[arg-type]
    return replace(process, ways=ways, moves=moves)


def ask(process: Process, case: Case | None = None, as_of: date = DAY, hours: float = 10.0) -> FirstMove | None:
    mine = case or small()
    shelf = MemoryCases(MemoryPacks(process), mine)
    return first_move(mine.name, cases=shelf, clock=Never(), hours_per_week=hours, as_of=as_of)


def found(process: Process, **more: object) -> FirstMove:
    one = ask(process, **more)  # type: ignore[arg-type]
    assert one is not None
    return one


def test_of_what_would_have_been_enough_the_soonest() -> None:
    """Of 25 points: a licence (33) and a master's degree (35) both pass 30; three years of work (30) are at it."""
    years = takes("work_on", 1)

    assert found(of(takes("get_licence", 200), takes("study_on", 300), years)).effect.move == "get_licence"
    assert found(of(takes("get_licence", 400), takes("study_on", 300), years)).effect.move == "study_on"
    assert found(of(years)).effect.move == "work_on"


def test_the_round_is_the_one_in_which_one_then_stands_best() -> None:
    """A licence opens the skilled rounds, the last of which took 25: eight above; the open one took 30."""
    one = found(of(takes("get_licence", 200)))

    assert (one.standing.kind, one.standing.short_hi, one.effect.total_lo) == ("skilled", -8.0, 33.0)


def test_where_nothing_is_enough_what_comes_nearest() -> None:
    """Cut-offs of 100: the degree leaves 65, the years leave 70 and are done before."""
    rounds = tuple(replace(one, cut_off=100.0) for one in POINTS_PROCESS.rounds)
    far = replace(POINTS_PROCESS, rounds=rounds)

    assert found(of(takes("study_on", 300), takes("work_on", 10), process=far)).effect.move == "study_on"


@pytest.mark.parametrize(
    ("way", "changed", "why"),
    [
        (takes("study_on", cost_low=1, cost_high=1, currency="CAD"), {}, "its time is not known"),
        (takes("study_on", 300), {"decided_by": "a province"}, "somebody else decides it"),
        (takes("study_on", 300), {"needs": (("licence", True),)}, "something else must be there first"),
        (takes("study_on", 300, after=("get_licence",)), {}, "another move comes before it"),
        (takes("study_on", 1e6), {}, "it takes two thousand years"),
    ],
)
def test_what_is_nothing_to_begin_with(way: Way, changed: dict[str, object], why: str) -> None:
    assert ask(of(takes("study_on", 300))) is not None
    assert ask(of(way, study_on=changed)) is None, why


def test_what_comes_before_it_may_be_there() -> None:
    """The licence is held: what comes after it can be begun. With it one stands in the skilled rounds, at 24 with a
    bachelor's degree lost."""
    case = small(licence=True, degree="none")

    assert found(of(takes("study_on", 300, after=("get_licence",))), case=case).effect.move == "study_on"


def test_it_is_done_by_the_middle_of_its_hours_and_no_sooner_than_its_months() -> None:
    """200 to 400 hours at 10 a week are thirty weeks; six at most fit: fifty; twelve months pass whatever one does."""
    ranged = Way(move="study_on", hours_low=200, hours_high=400)
    slow, long = replace(ranged, hours_week=6), replace(ranged, months=12)

    assert (found(of(ranged)).done, found(of(ranged)).hours_per_week) == (date(2020, 1, 26), 10)
    assert (found(of(slow)).done, found(of(slow)).hours_per_week) == (date(2020, 6, 14), 6)
    assert found(of(ranged), hours=20.0).done == date(2019, 10, 13)
    assert found(of(long)).done == date(2020, 6, 30)


def test_who_stands_well_has_nothing_to_begin_with() -> None:
    """Forty points pass every cut-off: what is next is another matter."""
    assert ask(of(takes("get_licence", 200)), case=small(degree="master", years=3.0)) is None


def test_rounds_of_more_than_a_year_ago_are_no_measure() -> None:
    """Two years later none of them says anything, and before the first rule nothing can be told."""
    process = of(takes("get_licence", 200))

    assert ask(process, as_of=date(2021, 6, 30)) is None
    with pytest.raises(NotEnoughData):
        ask(process, as_of=date(2009, 6, 30))


def test_a_move_that_brings_nothing_nearer_is_none() -> None:
    """A licence that gives no point and opens rounds that took a hundred; without fines two points more do."""
    (grid,), rounds = POINTS_PROCESS.rubrics, POINTS_PROCESS.rounds
    rows = tuple(one for one in grid.rows if one.repeat != "licence")
    hard = tuple(replace(one, cut_off=100.0) if one.kind == "skilled" else one for one in rounds)
    process = replace(POINTS_PROCESS, rubrics=(replace(grid, rows=rows),), rounds=hard)

    assert ask(of(takes("get_licence", 5), process=process)) is None
    assert found(of(takes("pay_fines", 5), process=process)).effect.move == "pay_fines"
