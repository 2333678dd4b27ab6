"""The answer of every odds model: figures that make sense, told to what is known."""

import pytest

from twelfth.base import InvalidInput
from twelfth.distance import Caveat, Odds, told

BASIS = "six people"


@pytest.mark.parametrize(
    ("p", "lo", "hi"),
    [
        (0.0, 0.0, 0.1),
        (0.5, 0.1, 1.0),
        (0.5, 0.6, 0.7),
        (0.5, None, 0.7),
        (0.5, None, None),
        (None, 0.2, None),
        (None, 0.3, 0.2),
    ],
)
def test_figures_that_make_no_sense_are_refused(p: float | None, lo: float | None, hi: float | None) -> None:
    """0 and 1, a headline outside its interval, half an interval."""
    with pytest.raises(InvalidInput, match="odds"):
        Odds(p=p, lo=lo, hi=hi, basis=BASIS)


@pytest.mark.parametrize(
    ("p", "lo", "hi", "words"),
    [
        (0.0123, 0.004, 0.03, "1%"),
        (0.517, 0.45, 0.58, "52%"),
        (0.0049, 0.0045, 0.0055, "0.49%"),
        (None, 0.1, 0.2, "not known"),
        (None, None, None, "not known"),
    ],
)
def test_a_headline_has_the_figures_it_deserves(
    p: float | None, lo: float | None, hi: float | None, words: str
) -> None:
    """One figure where the ends are more than three times apart, else two."""
    assert told(Odds(p=p, lo=lo, hi=hi, basis=BASIS, caveats=(Caveat.FEW_PROFILES,))) == words
