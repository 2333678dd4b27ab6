"""Step 3, draw the roadmap: what to do in which week so that the chance by a round is as high as it can be.

The question, its answer and the check of it; how an answer is found is the business of the engines.
"""

from twelfth.roadmap.action import ATTEMPTS, Action
from twelfth.roadmap.answer import Answer, Effort, Found, Impossible, Undecided
from twelfth.roadmap.backlog import finished
from twelfth.roadmap.calendar import Calendar
from twelfth.roadmap.causes import Causes
from twelfth.roadmap.chance import chance, logits_of
from twelfth.roadmap.checker import check, violations
from twelfth.roadmap.exams import cases_of
from twelfth.roadmap.exhaustive import best, completions_of
from twelfth.roadmap.instance import Instance, RoundAhead
from twelfth.roadmap.lives import Lives, MileLived, RoundLived, Tally, check_lives, chosen_of, lives_of, rounds_of
from twelfth.roadmap.misfits import misfits_of
from twelfth.roadmap.narrowed import LIMITS, loosened, narrowed, spent
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.question import MEASURES, BestChance, Least, Question
from twelfth.roadmap.simulation import factors_of, simulate
from twelfth.roadmap.unseen import Unseen

__all__ = [
    "ATTEMPTS",
    "LIMITS",
    "MEASURES",
    "Action",
    "Answer",
    "BestChance",
    "Calendar",
    "Causes",
    "Effort",
    "Found",
    "Impossible",
    "Instance",
    "Least",
    "Lives",
    "MileLived",
    "Plan",
    "Question",
    "RoundAhead",
    "RoundLived",
    "Tally",
    "Undecided",
    "Unseen",
    "best",
    "cases_of",
    "chance",
    "check",
    "check_lives",
    "chosen_of",
    "completions_of",
    "factors_of",
    "finished",
    "lives_of",
    "logits_of",
    "loosened",
    "misfits_of",
    "narrowed",
    "rounds_of",
    "simulate",
    "spent",
    "violations",
]
