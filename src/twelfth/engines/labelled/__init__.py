"""Odds from people of whom it is known whether they were selected."""

from twelfth.engines.labelled.labelled_odds import FittedLabels, LabelledOdds
from twelfth.engines.labelled.report import Report

__all__ = ["FittedLabels", "LabelledOdds", "Report"]
