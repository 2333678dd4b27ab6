"""Odds from a published grid of counts: accepted of applicants by band × band."""

from twelfth.distance.grid.grid_odds import GridOdds
from twelfth.distance.grid.under import Under, under

__all__ = ["GridOdds", "Under", "under"]
