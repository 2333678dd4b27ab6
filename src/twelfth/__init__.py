"""Twelfth: what did those who got in have that I don't? The public door; nothing heavy is imported until a name is
used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.base import InvalidInput, NotEnoughData, NotFound, TwelfthError, When
    from twelfth.compose import Workplace, workplace
    from twelfth.distance import (
        BaseRate,
        CohortOdds,
        CutOff,
        Gap,
        GridOdds,
        History,
        Lever,
        ModelOdds,
        Odds,
        Option,
        Pool,
        RubricOdds,
        gaps,
        score,
        under,
    )
    from twelfth.engines import LabelledOdds
    from twelfth.goal import (
        Binary,
        Case,
        Category,
        DateTrait,
        Fact,
        Numeric,
        Ordered,
        Process,
        YesGroup,
        profile,
    )
    from twelfth.packs import read_case, read_pack
    from twelfth.usecases import audit_attempt, measure_gap, score_case

__version__ = "0.1.0"

_ROOM_OF = {
    "BaseRate": "distance",
    "Binary": "goal",
    "Case": "goal",
    "Category": "goal",
    "CohortOdds": "distance",
    "CutOff": "distance",
    "DateTrait": "goal",
    "Fact": "goal",
    "Gap": "distance",
    "GridOdds": "distance",
    "History": "distance",
    "InvalidInput": "base",
    "LabelledOdds": "engines",
    "Lever": "distance",
    "ModelOdds": "distance",
    "NotEnoughData": "base",
    "NotFound": "base",
    "Numeric": "goal",
    "Odds": "distance",
    "Option": "distance",
    "Ordered": "goal",
    "Pool": "distance",
    "Process": "goal",
    "RubricOdds": "distance",
    "TwelfthError": "base",
    "When": "base",
    "Workplace": "compose",
    "YesGroup": "goal",
    "audit_attempt": "usecases",
    "gaps": "distance",
    "measure_gap": "usecases",
    "profile": "goal",
    "read_case": "packs",
    "read_pack": "packs",
    "score": "distance",
    "score_case": "usecases",
    "under": "distance",
    "workplace": "compose",
}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'twelfth' has no attribute {name!r}")
    return getattr(import_module(f"twelfth.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = [
    "BaseRate",
    "Binary",
    "Case",
    "Category",
    "CohortOdds",
    "CutOff",
    "DateTrait",
    "Fact",
    "Gap",
    "GridOdds",
    "History",
    "InvalidInput",
    "LabelledOdds",
    "Lever",
    "ModelOdds",
    "NotEnoughData",
    "NotFound",
    "Numeric",
    "Odds",
    "Option",
    "Ordered",
    "Pool",
    "Process",
    "RubricOdds",
    "TwelfthError",
    "When",
    "Workplace",
    "YesGroup",
    "__version__",
    "audit_attempt",
    "gaps",
    "measure_gap",
    "profile",
    "read_case",
    "read_pack",
    "score",
    "score_case",
    "under",
    "workplace",
]
