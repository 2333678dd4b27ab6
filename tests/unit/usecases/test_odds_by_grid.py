"""Odds of a case by the grid of its pack."""

from datetime import date
from pathlib import Path

import pytest
from tests.factories import fact, person
from tests.grid_pack import GRID_CSV, grid_process

from twelfth.base import NotEnoughData
from twelfth.distance import Caveat, GridOdds, Tier, under
from twelfth.goal import Case, Range
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import estimate_odds, measure_gap
from twelfth.usecases.odds.grid_odds import GridAnswer, grid_odds


def found(folder: Path, grid: str = GRID_CSV, **levels: object) -> GridAnswer:
    process = grid_process(folder, grid)
    assert process.grid is not None
    return grid_odds(process, process.grid, person(process.traits, levels))


def test_the_odds_are_those_of_the_cell(tmp_path: Path) -> None:
    """The same as GridOdds gives for the counts, below ten and suppressed as such."""
    answer = found(tmp_path, gpa=3.6, test=7)
    model = GridOdds().fit([[-1, 22], [under(10), 30]], [[-1, 1150], [40, 90]], seed=0)

    assert answer.odds == model.odds([(1, 1)])[0]
    assert (answer.place.row_band, answer.place.column_band) == ("3.50 to 4.00", "6 to 9")
    assert (answer.place.accepted, answer.place.applicants, answer.place.suppressed) == ("30", "90", 1)


def test_a_suppressed_cell_is_answered_by_its_neighbours_and_says_so(tmp_path: Path) -> None:
    """Not known is not none."""
    hidden = found(tmp_path, gpa=3.2, test=2)

    assert Caveat.CELL_SUPPRESSED in hidden.odds.caveats
    assert hidden.place.accepted == "suppressed"
    assert Caveat.CELL_SUPPRESSED not in found(tmp_path, gpa=3.6, test=2).odds.caveats


def test_an_open_band_gives_an_interval_over_every_cell_and_no_headline(tmp_path: Path) -> None:
    """One trait unknown: the interval holds that of each cell."""
    whole, low, high = (found(tmp_path, gpa=3.6, **more) for more in ({}, {"test": 2}, {"test": 7}))

    assert whole.odds.p is None
    assert whole.odds.lo == min(low.odds.lo or 1, high.odds.lo or 1)
    assert whole.odds.hi == max(low.odds.hi or 0, high.odds.hi or 0)
    assert (whole.place.possible, whole.place.column_band) == (2, None)


def test_a_range_within_one_band_is_that_band(tmp_path: Path) -> None:
    """And one across two is both."""
    assert found(tmp_path, gpa=3.6, test=Range(6, 8)).place.possible == 1
    assert found(tmp_path, gpa=3.6, test=Range(4, 8)).place.possible == 2


@pytest.mark.parametrize(("gpa", "band"), [(2.5, "3.00 to 3.49"), (4.3, "3.50 to 4.00")])
def test_off_the_grid_the_nearest_band_stands_in(gpa: float, band: str, tmp_path: Path) -> None:
    """And that is said."""
    answer = found(tmp_path, gpa=gpa, test=7)

    assert answer.place.row_band == band
    assert answer.place.off_grid == ("GPA",)
    assert Caveat.OFF_GRID in answer.odds.caveats


def test_a_number_between_two_bands_is_rounded_as_they_are(tmp_path: Path) -> None:
    """3.497 is 3.50 to two decimals, and on the grid."""
    answer = found(tmp_path, gpa=3.497, test=7)

    assert (answer.place.row_band, answer.place.off_grid) == ("3.50 to 4.00", ())


def test_an_end_two_bands_share_belongs_to_the_upper(tmp_path: Path) -> None:
    """As in "under 3.5" and "3.5 and above"."""
    grid = "gpa,test,accepted,applicants,source\n..3.5,1..9,1,9,own\n3.5..,1..9,5,9,own\n"

    assert found(tmp_path, grid, gpa=3.5, test=2).place.row_band == "3.5 and above"


def test_neither_trait_known_is_not_enough(tmp_path: Path) -> None:
    """The sentence names what to state."""
    with pytest.raises(NotEnoughData, match="by GPA and Test, and neither is stated") as caught:
        found(tmp_path, papers=3)

    assert caught.value.next_step == "State gpa and test in the case."


def test_the_average_counts_what_is_told(tmp_path: Path) -> None:
    """Fewer than ten count as half of nine; a suppressed cell not at all."""
    assert found(tmp_path, gpa=3.6, test=7).average == pytest.approx((4.5 + 30 + 22) / (40 + 90 + 1150))


def test_what_the_grid_does_not_show_is_left_out_with_the_reason(tmp_path: Path) -> None:
    """Papers count for nothing here."""
    assert found(tmp_path, gpa=3.6, test=7).left_out == (("papers", "the grid does not show it"),)


class Today:
    def today(self) -> date:
        return date(2025, 1, 1)


def test_a_cell_known_later_is_suppressed_on_that_day(tmp_path: Path) -> None:
    """Nothing later than the day is used, and before every cell there is no grid."""
    lines = [
        f"{line},{day}"
        for line, day in zip(GRID_CSV.splitlines(), ["known", *["2024-05-01"] * 3, "2025-05-01"], strict=True)
    ]
    grid = grid_process(tmp_path, "\n".join(lines) + "\n").grid

    assert grid is not None
    early = grid.known(date(2024, 12, 31))
    assert early is not None
    assert str(early.cell(0, 1).accepted) == "suppressed"
    assert grid.known(date(2024, 4, 30)) is None


def test_a_case_that_states_nothing_is_told_what_to_state(tmp_path: Path) -> None:
    """And a gap, for which nobody is described, points to the odds."""
    cases = MemoryCases(MemoryPacks(grid_process(tmp_path)), Case(name="me", title="Me", pack="small", facts=()))
    with pytest.raises(NotEnoughData, match="neither is stated"):
        estimate_odds("me", cases=cases, clock=Today())
    with pytest.raises(NotEnoughData) as caught:
        measure_gap("me", cases=cases, clock=Today())

    assert caught.value.next_step == "See the odds instead: twelfth odds me"


def test_a_case_is_answered_with_its_place(tmp_path: Path) -> None:
    """Tier grid, no yes group, no rounds."""
    process = grid_process(tmp_path)
    case = Case(name="me", title="Me", pack="small", facts=(fact("gpa", 3.6), fact("test", 7.0)))
    answer = estimate_odds("me", cases=MemoryCases(MemoryPacks(process), case), clock=Today())

    assert (answer.tier, answer.described, answer.rounds) == (Tier.GRID, 0, ())
    assert answer.grid is not None
    assert answer.grid.accepted == "30"
