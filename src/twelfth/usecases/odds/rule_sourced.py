"""Whether the rule that ranks people is sourced on a day at all. What it gives then is the distance room's business."""

from datetime import date

from twelfth.base import NotEnoughData, Said
from twelfth.goal import Process


def check_rule_sourced(process: Process, as_of: date) -> None:
    """Refuse a day before the first version of the ranking rubric; a pack without one passes.

    Raises:
        NotEnoughData: names the rubric, the first day it is sourced for, and the day asked for.
    """
    rubric = next((one for one in process.rubrics if one.name == process.rubric), None)
    if rubric is None:
        return
    begins = min(version.begins for version in rubric.versions)
    if as_of < begins:
        raise NotEnoughData(
            Said(
                "%(rubric)s: no rule is sourced before %(begins)s, and %(day)s was asked for.",
                rubric=rubric.title,
                begins=begins,
                day=as_of,
            ),
            next_step="Ask for a date the pack's rules cover.",
        )
