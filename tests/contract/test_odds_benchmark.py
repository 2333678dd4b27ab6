"""The odds benchmark's own promises: pieces add up, nothing is mixed or left out unsaid, the page is its results'."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.command import ROOT

from cohort_odds import blocks_of, pieces_of, read_results, written
from odds_judge import targets_of
from odds_piece import OURS, Piece, code_of, digest_of, peer
from odds_tally import Tally, figures_of, from_data, joined, judged_rows, lead_of, ranges_of
from odds_world import RATES, SIZES, drawn_of

WORKER = ROOT / "benchmarks" / "odds_peers.py"
CELL: dict[str, Any] = {"world": "even", "rate": 0.01, "n": 20, "method": OURS, "code": "a", "own_interval": True}
CELLS = sum(len(RATES) * len(SIZES[world]) for world in ("even", "uneven"))


def rows_of(seed: int, count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    return [(rng.random(8) + 0.1, rng.random((3, 10))) for _ in range(count)]


def tally(start: int, to: int, **others: Any) -> Tally:
    return Tally(**{**CELL, "done": ((start, to),), **judged_rows(rows_of(0, 20)[start:to]), **others})


def test_pieces_add_up_to_the_whole() -> None:
    """In any order, the same figures as in one go."""
    whole, parts = tally(0, 20), joined(tally(12, 20), joined(tally(0, 5), tally(5, 12)))

    assert parts.done == ((0, 20),)
    assert figures_of(parts) == pytest.approx(figures_of(whole))


def test_the_standard_errors_are_those_between_replicates() -> None:
    """Of a mean the spread over root n; of a ratio the delta method."""
    table = np.array([row for row, _ in rows_of(0, 20)])
    found = figures_of(tally(0, 20))
    left = table[:, 4] - table[:, 4].sum() / table[:, 5].sum() * table[:, 5]

    assert found["coverage_se"] == pytest.approx(table[:, 0].std() / np.sqrt(20))
    assert found["ratio_se"] == pytest.approx(np.sqrt((left**2).sum()) / table[:, 5].sum())


def test_two_methods_are_held_together_on_the_same_replicates() -> None:
    """The lead is that over the replicates of the other, in whatever order pieces came; None where one is missing."""
    own, other = joined(tally(10, 20), tally(0, 10)), tally(3, 7, rows=tally(4, 8).rows)
    mine, flat = tally(3, 7).rows[:, 2], tally(4, 8).rows[:, 3]

    assert (lead_of(own, other) or (0, 0))[0] == pytest.approx((other.rows[:, 2] - mine).sum() / flat.sum())
    assert lead_of(own, own) == (0.0, 0.0)
    assert lead_of(tally(0, 5), other) is None


def test_replicates_are_never_counted_twice_and_code_is_never_mixed() -> None:
    """The same ones are ignored, some of the same refused, other code refused with the next step."""
    assert joined(tally(0, 10), tally(2, 5)).count == 10
    with pytest.raises(ValueError, match="overlap"):
        joined(tally(0, 10), tally(5, 15))
    with pytest.raises(ValueError, match="--replace"):
        joined(tally(0, 10), tally(10, 20, code="b"))


def test_a_run_goes_on_where_it_was() -> None:
    """What a results file has is not made again; blocks do not cross their multiples."""
    kept = {one.key: one for one in [tally(0, 15)]}
    todo = pieces_of(kept, ["even", "uneven"], [OURS], 0, set(range(20)))

    assert [one for one in todo if (one.world, one.rate, one.n) == ("even", 0.01, 20)] == [
        Piece("even", 0.01, 20, 15, 20, OURS)
    ]
    assert len(todo) == 1 + 2 * (CELLS - 1)
    assert blocks_of({3, 4, 9, 10, 25}) == [(3, 5), (9, 10), (10, 11), (25, 26)]
    assert ranges_of([]) == ()


def test_results_are_read_as_they_were_written_and_refused_when_the_code_is_another(tmp_path: Path) -> None:
    """Five digits survive; a file of older code needs --replace."""
    file, own = tmp_path / "results.json", tally(0, 20, code=code_of(OURS))
    written(file, 1, [], {own.key: own})
    back, _ = read_results(file, replace=False)
    assert figures_of(back[own.key]) == pytest.approx(figures_of(own), rel=1e-3)

    written(file, 1, [], {own.key: replace(own, code="older")})
    with pytest.raises(ValueError, match="1 of 1 results are of other code"):
        read_results(file, replace=False)
    assert read_results(file, replace=True)[0] == {}


def test_the_digest_is_of_statements_only() -> None:
    """A comment or a docstring costs no run; a number does."""
    code = 'def f(x):\n    """Words."""\n    return x + {0}\n'

    assert digest_of([code.format(1)]) == digest_of([code.replace("Words", "Others").format("1  # one")])
    assert digest_of([code.format(1)]) != digest_of([code.format(2)])


def test_a_replicate_is_the_same_whenever_it_is_drawn() -> None:
    """So that we and the peers meet the same samples, in pieces of any size."""
    one, again, other = (drawn_of("even", 0.1, 20, replicate=i, seed=3) for i in (4, 4, 5))

    np.testing.assert_array_equal(one.sample.yes, again.sample.yes)
    np.testing.assert_array_equal(one.partly, again.partly)
    assert not np.array_equal(one.whole, other.whole)


def test_a_peer_that_is_not_installed_is_named_and_counts_as_no_win() -> None:
    """The tally says why, and the target is not met."""
    piece = Piece("even", 0.1, 20, 0, 1, "peers")
    drawn = [drawn_of("even", 0.1, 20, replicate=0, seed=1)]
    found = list(peer("optbinning", piece, drawn, 0, sys.executable))

    assert [one.skipped for one in found] == ["ModuleNotFoundError: No module named 'optbinning'"] * 2
    row = {"method": "optbinning", "skipped": found[0].skipped}
    own = {"method": OURS, "skill": 0.9, "coverage": 0.9, "top": 0.9}
    (target,) = (
        one
        for one in targets_of([{"world": "even", "rate": 0.1, "n": 20, "methods": [own, row], "missed": []}])
        if one["what"] == "optbinning: log-loss lower"
    )
    assert target["skipped"]
    assert not target["met"]


def test_a_peer_is_beaten_where_we_are_better_in_every_cell() -> None:
    """Skill the higher, coverage the nearer to 90 %, from above or below."""

    def said(skill: float, coverage: float) -> list[str]:
        own = {"skill": 0.8, "skill_lead_se": 0.01, "coverage": 0.93, "top": 0.93}
        other = {"method": "XGBoost", "skill": skill, "coverage": coverage, "top": 0.5, "ours": own}
        cells = [{"world": "even", "rate": 0.1, "n": 20, "methods": [other], "missed": []}]
        return [one["what"] for one in targets_of(cells) if one["item"] == "beaten" and not one["met"]]

    assert said(0.7, 0.8) == []
    assert said(0.85, 0.8) == ["XGBoost: log-loss lower"]
    assert said(0.7, 0.91) == ["XGBoost: coverage nearer to 90 %"]
    assert said(0.7, 0.97) == []


def test_a_worker_shifts_to_the_base_rate_and_gives_an_interval() -> None:
    """The peer told the base rate averages to it; its interval holds its own chances on the whole."""
    piece = Piece("rows", 0.1, 20, 0, 2, "peers")
    drawn = [drawn_of("rows", 0.1, 20, replicate=i, seed=1) for i in range(2)]
    word, told = peer("plain logistic", piece, drawn, 3, sys.executable)

    assert figures_of(word)["ratio"] != pytest.approx(figures_of(told)["ratio"], rel=0.001)
    assert figures_of(told)["ratio"] == pytest.approx(1.0, abs=0.25)
    assert 0 < (figures_of(told)["width"] or 0) < 3
    assert from_data({**told.__dict__, "rows": told.rows.ravel(), "tenths": told.tenths.ravel()}).count == 2


def test_a_worker_opens_no_pickle() -> None:
    """Arrays of objects are refused."""
    sent = io.BytesIO()
    np.savez(sent, rate=np.array([0.1]), seed=np.array([0]), yes_0=np.array([{}], dtype=object))
    command = [sys.executable, str(WORKER), "--peer", "summed weights"]
    done = subprocess.run(command, input=sent.getvalue(), capture_output=True, check=False)

    assert done.returncode != 0
    assert b"allow_pickle=False" in done.stderr


def test_the_page_is_what_the_results_say() -> None:
    """docs/explanation/odds-measured.md and its pictures are drawn from benchmarks/results."""
    command = [sys.executable, str(ROOT / "tools" / "odds_page.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
