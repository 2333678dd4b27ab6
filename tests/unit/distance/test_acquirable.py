"""Which levels of a trait a person could acquire."""

import numpy as np
import pytest

from twelfth.distance import acquirable
from twelfth.goal import Better, Binary, Category, DateTrait, Level, Numeric, Ordered, Recorded, Trait

NAN = float("nan")
LEVELS = ("none", "B1", "B2")
PEOPLE = np.array([2.0, 4.0, 6.0, 8.0, NAN])


@pytest.mark.parametrize(
    ("trait", "own", "levels"),
    [
        (Binary("phd"), 0.0, (True,)),
        (Binary("phd"), 1.0, ()),
        (Binary("debt", better=Better.LESS), 1.0, (False,)),
        (Binary("officer", better=Better.NEITHER), 1.0, ()),
        (Category("field", levels=("eng", "sci", "med")), 1.0, ("eng", "med")),
        (Ordered("french", levels=LEVELS), 1.0, ("B2",)),
        (Ordered("risk", levels=LEVELS, better=Better.LESS), 1.0, ("none",)),
        (Numeric("years"), 3.0, (5.0, 7.0)),
        (Numeric("years"), 5.0, (7.0,)),
        (Numeric("years"), 9.0, ()),
        (Numeric("debts", better=Better.LESS), 4.0, (3.0,)),
        (Numeric("height", better=Better.NEITHER), 3.0, ()),
        (DateTrait("born"), 3.0, ()),
    ],
)
def test_levels_beyond_ones_own(trait: Trait, own: float, levels: tuple[Level, ...]) -> None:
    """What one lacks, steps further, other fields, the middle and the better quarter of those selected (5 and 6.5)."""
    assert acquirable(trait, own, PEOPLE) == levels


@pytest.mark.parametrize("trait", [Binary("sex", protected=True), Binary("diving", recorded=Recorded.POSITIVES_ONLY)])
def test_what_may_never_be_a_lever_has_no_levels(trait: Trait) -> None:
    """Protected, or recorded only when present."""
    assert acquirable(trait, 0.0, PEOPLE) == ()


def test_an_unknown_level_has_nothing_beyond_it() -> None:
    """Unknown is neither zero nor no."""
    assert acquirable(Binary("phd"), NAN, PEOPLE) == ()
    assert acquirable(Numeric("years"), 3.0, np.array([NAN])) == ()
