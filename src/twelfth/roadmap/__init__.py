"""Step 3, draw the roadmap: what to do in which week so that the chance by a round is as high as it can be.

The question, its answer and the check of it; how an answer is found is the business of the engines.
"""

from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.altered import (
    less_causal,
    overrun,
    plan_without,
    risen,
    scaled,
    skipping,
    skipping_kinds,
    spends_no_more,
    with_dependents,
    with_hours,
    with_money,
    with_more_hours,
    with_more_money,
    without,
)
from twelfth.roadmap.answer import Answer, Effort, Found, Impossible, Undecided, cut_short, warned
from twelfth.roadmap.backlog import finished
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.causes import Causes
from twelfth.roadmap.chance import chance, logits_of, ways_held
from twelfth.roadmap.changes import SETTLED_WEEKS, Change, changes
from twelfth.roadmap.checker import check, violations
from twelfth.roadmap.easing import Easing, RoundReached
from twelfth.roadmap.exams import cases_of
from twelfth.roadmap.exhaustive import best, best_replan, completions_of
from twelfth.roadmap.fork import Ahead, ahead_of, next_exam, with_attempts
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.lived import lived
from twelfth.roadmap.lives import (
    KindLived,
    Lives,
    MileLived,
    RoundLived,
    Tally,
    check_lives,
    chosen_of,
    lives_of,
    rounds_of,
)
from twelfth.roadmap.misfits import misfits_of
from twelfth.roadmap.narrowed import LIMITS, loosened, narrowed, spent
from twelfth.roadmap.pinned import pinned_plan, unbound
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.points import CASES, DAYS, Points
from twelfth.roadmap.question import MEASURES, BestChance, Least, Question
from twelfth.roadmap.redrawn import Explained, Gain, Redrawn, Step, cut_redrawn
from twelfth.roadmap.replan import MOST_CHANGES, Replan
from twelfth.roadmap.replan_checker import check_past, check_replan, past_violations, replan_violations
from twelfth.roadmap.scored import Scored
from twelfth.roadmap.simulation import factors_of, simulate
from twelfth.roadmap.slack import LATE_WEEKS, Slack, later_completions, slacks
from twelfth.roadmap.unseen import Unseen
from twelfth.roadmap.widened import WIDENED, counted, earliest_round, enough, lacking, reached_by, widened

__all__ = [
    "ATTEMPTS",
    "CASES",
    "DAYS",
    "LATE_WEEKS",
    "LIMITS",
    "MEASURES",
    "MOST_CHANGES",
    "SETTLED_WEEKS",
    "WIDENED",
    "Action",
    "Ahead",
    "Answer",
    "BestChance",
    "Calendar",
    "Causes",
    "Change",
    "Easing",
    "Effort",
    "Explained",
    "Found",
    "Gain",
    "Impossible",
    "Instance",
    "KindLived",
    "Least",
    "Lives",
    "MileLived",
    "Plan",
    "Points",
    "Question",
    "Redrawn",
    "Replan",
    "RoundAhead",
    "RoundLived",
    "RoundReached",
    "Scored",
    "Slack",
    "Step",
    "Tally",
    "Undecided",
    "Unseen",
    "ahead_of",
    "best",
    "best_replan",
    "cases_of",
    "chance",
    "changes",
    "check",
    "check_lives",
    "check_past",
    "check_replan",
    "chosen_of",
    "completions_of",
    "counted",
    "cut_redrawn",
    "cut_short",
    "earliest_round",
    "enough",
    "factors_of",
    "finished",
    "lacking",
    "later_completions",
    "less_causal",
    "lived",
    "lives_of",
    "logits_of",
    "loosened",
    "misfits_of",
    "narrowed",
    "next_exam",
    "overrun",
    "past_violations",
    "pinned_plan",
    "plan_without",
    "reached_by",
    "replan_violations",
    "risen",
    "rounds_of",
    "scaled",
    "simulate",
    "skipping",
    "skipping_kinds",
    "slacks",
    "spends_no_more",
    "spent",
    "unbound",
    "violations",
    "warned",
    "ways_held",
    "widened",
    "with_attempts",
    "with_dependents",
    "with_hours",
    "with_money",
    "with_more_hours",
    "with_more_money",
    "without",
]
