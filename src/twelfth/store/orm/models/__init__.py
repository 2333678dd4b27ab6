"""The tables, one a noun."""

from twelfth.store.orm.models.looked_back import Addendum, Audit, Document, Forecast, Note
from twelfth.store.orm.models.of_goal import Goal, OfGoal, Trail
from twelfth.store.orm.models.stated import Attempt, Fact, Round, Source, Stage, Way
from twelfth.store.orm.models.worked import Effort, Learning, Pause, Road, Timer

__all__ = [
    "Addendum",
    "Attempt",
    "Audit",
    "Document",
    "Effort",
    "Fact",
    "Forecast",
    "Goal",
    "Learning",
    "Note",
    "OfGoal",
    "Pause",
    "Road",
    "Round",
    "Source",
    "Stage",
    "Timer",
    "Trail",
    "Way",
]
