"""Odds by a published rubric: forecasts of the next cut-off and the chance of meeting one in time."""

from twelfth.distance.cutoff.cut_off import CutOff
from twelfth.distance.cutoff.drawn import NEVER_MET, drawn
from twelfth.distance.cutoff.forecast import Forecast
from twelfth.distance.cutoff.horizon import Fallen, met, met_each, met_within
from twelfth.distance.cutoff.rubric_odds import RubricOdds
from twelfth.distance.cutoff.unit import unit_of

__all__ = [
    "NEVER_MET",
    "CutOff",
    "Fallen",
    "Forecast",
    "RubricOdds",
    "drawn",
    "met",
    "met_each",
    "met_within",
    "unit_of",
]
