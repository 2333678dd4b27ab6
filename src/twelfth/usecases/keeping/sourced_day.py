"""The day a goal is looked at on: today, or the last day for which the rules that rank people are on file."""

from datetime import date

from twelfth.goal import Process


def sourced_day(process: Process, today: date) -> date:
    """Today, unless the ranking rubric of the process ends before it."""
    rubric = next((one for one in process.rubrics if one.name == process.rubric), None)
    if rubric is None:
        return today
    ends = [version.ends for version in rubric.versions]
    last = None if None in ends else max((one for one in ends if one is not None), default=None)
    return today if last is None else min(today, last)
