"""Step 3, draw the roadmap: what to do in which week so that the chance by a round is as high as it can be.

The question, its answer and the check of it; how an answer is found is the business of the engines.
"""

from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.answer import Answer, Effort, Found, Impossible, Undecided, cut_short, warned
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.chance import chance, logits_of, ways_held
from twelfth.roadmap.checker import check, violations
from twelfth.roadmap.exams import cases_of
from twelfth.roadmap.exhaustive import best, completions_of
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.misfits import misfits_of
from twelfth.roadmap.narrowed import LIMITS, loosened, narrowed, spent
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.points import CASES, DAYS, Points
from twelfth.roadmap.question import MEASURES, BestChance, Least, Question
from twelfth.roadmap.unseen import Unseen

__all__ = [
    "ATTEMPTS",
    "CASES",
    "DAYS",
    "LIMITS",
    "MEASURES",
    "Action",
    "Answer",
    "BestChance",
    "Calendar",
    "Effort",
    "Found",
    "Impossible",
    "Instance",
    "Least",
    "Plan",
    "Points",
    "Question",
    "RoundAhead",
    "Undecided",
    "Unseen",
    "best",
    "cases_of",
    "chance",
    "check",
    "completions_of",
    "cut_short",
    "logits_of",
    "loosened",
    "misfits_of",
    "narrowed",
    "spent",
    "violations",
    "warned",
    "ways_held",
]
