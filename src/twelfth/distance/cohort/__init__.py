"""Odds from a yes group: what those selected had, against what is known of those who applied."""

from twelfth.distance.cohort.cohort_odds import CohortOdds, FittedCohort
from twelfth.distance.cohort.levers import Lever, Option
from twelfth.distance.cohort.pool import Pool
from twelfth.distance.cohort.rate import BaseRate

__all__ = ["BaseRate", "CohortOdds", "FittedCohort", "Lever", "Option", "Pool"]
