"""Step 5, work hard: what was worked, at which pace, and when that will be enough."""

from twelfth.work.effort import MINUTES_A_DAY, DayWorked, Effort
from twelfth.work.heat import Heat, HeatDay, heat_of
from twelfth.work.learning import Ability, Learning, Resource
from twelfth.work.pace import FEWEST_WEEKS, WEEKS_LOOKED_AT, Finish, Pace, finish_of, pace_of
from twelfth.work.strength import strength_of
from twelfth.work.timer import LONGEST, Timer, is_doubtful, minutes_run
from twelfth.work.weeks import WEEK, minutes_by_week, monday_of

__all__ = [
    "FEWEST_WEEKS",
    "LONGEST",
    "MINUTES_A_DAY",
    "WEEK",
    "WEEKS_LOOKED_AT",
    "Ability",
    "DayWorked",
    "Effort",
    "Finish",
    "Heat",
    "HeatDay",
    "Learning",
    "Pace",
    "Resource",
    "Timer",
    "finish_of",
    "heat_of",
    "is_doubtful",
    "minutes_by_week",
    "minutes_run",
    "monday_of",
    "pace_of",
    "strength_of",
]
