"""Odds from a classifier that somebody has already fitted."""

from twelfth.distance.model.labels import labels_of, rate_of, seed_of
from twelfth.distance.model.model_odds import ModelOdds
from twelfth.distance.model.report import Report
from twelfth.distance.model.venn_abers import VennAbers, merged, venn_abers

__all__ = ["ModelOdds", "Report", "VennAbers", "labels_of", "merged", "rate_of", "seed_of", "venn_abers"]
