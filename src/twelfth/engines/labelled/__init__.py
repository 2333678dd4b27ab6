"""Odds from people of whom it is known whether they were selected."""

from twelfth.engines.labelled.labelled_odds import FittedLabels, LabelledOdds

__all__ = ["FittedLabels", "LabelledOdds"]
