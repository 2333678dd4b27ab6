"""The field `points` of pack.toml: what holds one's points where no rubric computes them."""

from pathlib import Path

import pytest
from tests.small_pack import FILES, write_pack

from twelfth.base import InvalidInput
from twelfth.packs import read_pack

RUBRIC = 'rubric = "grid"'


def head(points: str, *, rubric: bool = False) -> str:
    return FILES["pack.toml"].replace(RUBRIC, f'points = "{points}"' + (f"\n{RUBRIC}" if rubric else ""))


@pytest.mark.parametrize("points", ["years", "age"])
def test_a_number_or_a_derived_value_holds_the_points(points: str, tmp_path: Path) -> None:
    """And ranks people."""
    process = read_pack(write_pack(tmp_path, **{"pack.toml": head(points)}))

    assert (process.points, process.ranking, process.rubric) == (points, points, "")


@pytest.mark.parametrize(
    ("points", "rubric", "told"),
    [
        ("degree", False, "points is 'degree': expected the name of a numeric trait"),
        ("score", False, "points is 'score': expected the name of a numeric trait"),
        ("years", True, "points is 'years': expected no rubric beside it"),
    ],
)
def test_what_holds_no_points_is_refused(points: str, rubric: bool, told: str, tmp_path: Path) -> None:
    """A level, a name there is not, or points beside a rubric that computes them."""
    with pytest.raises(InvalidInput, match=told):
        read_pack(write_pack(tmp_path, **{"pack.toml": head(points, rubric=rubric)}))
