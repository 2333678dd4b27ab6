"""Which hours are asked for together with the road: those without which it would be empty."""

from twelfth.usecases import CaseRoadmap
from twelfth.web.desk import Open
from twelfth.web.views.learn import lessons_of
from twelfth.web.views.learn_hours import HoursRow, hours_rows

FURTHER = "quarter"
"""What is more than half of those selected had: no first road aims at it."""


def hours_asked(one: Open, drawn: CaseRoadmap | None) -> tuple[HoursRow, ...]:
    """Before the first road all that is lacking, where nobody has said how long any of it takes; of a road that waits
    for hours what it waits for; else nothing."""
    if not one.facts or (drawn is not None and not drawn.waits_for_hours):
        return ()
    rows = hours_rows(one, lessons_of(one))
    if drawn is not None:
        lacking = {each.id for each in drawn.without_hours}
        return tuple(row for row in rows if row.towards in lacking)
    near = tuple(row for row in rows if row.lesson.aim != FURTHER)
    return near if all(row.lesson.waits_for_hours for row in near) else ()
