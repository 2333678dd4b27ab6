"""Step 3, draw the roadmap: what to do in which week so that the chance by a round is as high as it can be.

The question, its answer and the check of it; how an answer is found is the business of the engines.
"""

from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.answer import Answer, Effort, Found, Impossible, Undecided, cut_short, warned
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.chance import chance, logits_of
from twelfth.roadmap.changes import SETTLED_WEEKS, Change, changes
from twelfth.roadmap.checker import check, violations
from twelfth.roadmap.exams import cases_of
from twelfth.roadmap.exhaustive import best, best_replan, completions_of
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.misfits import misfits_of
from twelfth.roadmap.narrowed import LIMITS, loosened, narrowed, spent
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.question import MEASURES, BestChance, Least, Question
from twelfth.roadmap.redrawn import Explained, Gain, Redrawn, Step, cut_redrawn
from twelfth.roadmap.replan import MOST_CHANGES, Replan
from twelfth.roadmap.replan_checker import check_past, check_replan, past_violations, replan_violations
from twelfth.roadmap.unseen import Unseen

__all__ = [
    "ATTEMPTS",
    "LIMITS",
    "MEASURES",
    "MOST_CHANGES",
    "SETTLED_WEEKS",
    "Action",
    "Answer",
    "BestChance",
    "Calendar",
    "Change",
    "Effort",
    "Explained",
    "Found",
    "Gain",
    "Impossible",
    "Instance",
    "Least",
    "Plan",
    "Question",
    "Redrawn",
    "Replan",
    "RoundAhead",
    "Step",
    "Undecided",
    "Unseen",
    "best",
    "best_replan",
    "cases_of",
    "chance",
    "changes",
    "check",
    "check_past",
    "check_replan",
    "completions_of",
    "cut_redrawn",
    "cut_short",
    "logits_of",
    "loosened",
    "misfits_of",
    "narrowed",
    "past_violations",
    "replan_violations",
    "spent",
    "violations",
    "warned",
]
