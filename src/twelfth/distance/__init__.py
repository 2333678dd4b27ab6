"""Step 2, know how far you are: gaps to the yes group, scores by a rubric, standing against cut-offs, muscles."""

from twelfth.distance.acquirable import acquirable
from twelfth.distance.ageing import ScoreStep, ageing, score_on
from twelfth.distance.base_rate import (
    Bounds,
    RoundRate,
    base_rate,
    base_rates,
    joint_bounds,
    lacking_all,
)
from twelfth.distance.break_even import BreakEven, break_even
from twelfth.distance.cohort import BaseRate, CohortOdds, FittedCohort, Lever, Option, Pool
from twelfth.distance.cutoff import (
    NEVER_MET,
    CutOff,
    Fallen,
    Forecast,
    RubricOdds,
    drawn,
    met,
    met_each,
    met_within,
    unit_of,
)
from twelfth.distance.entry import Entry, Lack, Shortfall, nearest_entry
from twelfth.distance.eras import Drift, Era, drifts
from twelfth.distance.fewer import Anniversary, Lapse, lapses, next_anniversary
from twelfth.distance.gap import Gap, GapStatus, gaps, level_words
from twelfth.distance.gates import Gate, asked_codes, gates, gates_met, read_by
from twelfth.distance.grid import GridOdds, Under, under
from twelfth.distance.headroom import Headroom, headroom
from twelfth.distance.history import History, Outcome, Outlook, Quality, naive_chance
from twelfth.distance.ladder import Aim, Ladder, ladders
from twelfth.distance.measure import Measured, measure
from twelfth.distance.model import ModelOdds, Report, VennAbers, labels_of, merged, rate_of, seed_of, venn_abers
from twelfth.distance.moves import MoveEffect, levels_together, move_effects, move_held, move_levels
from twelfth.distance.odds import Caveat, Odds, Tier, told
from twelfth.distance.percentile import share_interval
from twelfth.distance.rhythm import Rhythm, rhythm
from twelfth.distance.score import NodeScore, Score, score
from twelfth.distance.shared_help import Help, SharedHelp, shared_help
from twelfth.distance.standing import Standing, standings
from twelfth.distance.targets import Target, targets
from twelfth.distance.threshold import Threshold, thresholds
from twelfth.distance.weight import weight_of_level, weight_of_number

__all__ = [
    "NEVER_MET",
    "Aim",
    "Anniversary",
    "BaseRate",
    "Bounds",
    "BreakEven",
    "Caveat",
    "CohortOdds",
    "CutOff",
    "Drift",
    "Entry",
    "Era",
    "Fallen",
    "FittedCohort",
    "Forecast",
    "Gap",
    "GapStatus",
    "Gate",
    "GridOdds",
    "Headroom",
    "Help",
    "History",
    "Lack",
    "Ladder",
    "Lapse",
    "Lever",
    "Measured",
    "ModelOdds",
    "MoveEffect",
    "NodeScore",
    "Odds",
    "Option",
    "Outcome",
    "Outlook",
    "Pool",
    "Quality",
    "Report",
    "Rhythm",
    "RoundRate",
    "RubricOdds",
    "Score",
    "ScoreStep",
    "SharedHelp",
    "Shortfall",
    "Standing",
    "Target",
    "Threshold",
    "Tier",
    "Under",
    "VennAbers",
    "acquirable",
    "ageing",
    "asked_codes",
    "base_rate",
    "base_rates",
    "break_even",
    "drawn",
    "drifts",
    "gaps",
    "gates",
    "gates_met",
    "headroom",
    "joint_bounds",
    "labels_of",
    "lacking_all",
    "ladders",
    "lapses",
    "level_words",
    "levels_together",
    "measure",
    "merged",
    "met",
    "met_each",
    "met_within",
    "move_effects",
    "move_held",
    "move_levels",
    "naive_chance",
    "nearest_entry",
    "next_anniversary",
    "rate_of",
    "read_by",
    "rhythm",
    "score",
    "score_on",
    "seed_of",
    "share_interval",
    "shared_help",
    "standings",
    "targets",
    "thresholds",
    "told",
    "under",
    "unit_of",
    "venn_abers",
    "weight_of_level",
    "weight_of_number",
]
