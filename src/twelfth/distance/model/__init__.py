"""Odds from a classifier that somebody has already fitted."""

from twelfth.distance.model.labels import labels_of, rate_of, seed_of
from twelfth.distance.model.model_odds import ModelOdds
from twelfth.distance.model.venn_abers import VennAbers, merged, venn_abers

__all__ = ["ModelOdds", "VennAbers", "labels_of", "merged", "rate_of", "seed_of", "venn_abers"]
