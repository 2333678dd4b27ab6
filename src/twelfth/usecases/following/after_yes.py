"""What follows the answers a person got: the steps after each yes, as the process publishes them."""

from datetime import date

from twelfth.goal import Attempt, Following, Process, StageName, known_after_yes
from twelfth.usecases.keeping.kept import KeptGoal


def after_yes(attempt: Attempt, process: Process, *, as_of: date) -> tuple[Following, ...]:
    """The steps that follow this attempt, in the order of the pack, as they were known by a day; none where it was not
    selected, or the yes was declined since."""
    if attempt.stage is not StageName.SELECTED or attempt.decided is None:
        return ()
    yes, invited = attempt.decided, bool(process.pool_scores)
    return tuple(
        Following(step=step, round=attempt.round, yes=yes, invited=invited)
        for step in known_after_yes(process.after_yes, as_of)
        if step.holds_for(yes)
    )


def all_after_yes(kept: KeptGoal, process: Process, *, as_of: date) -> tuple[Following, ...]:
    """The same of every attempt, the soonest first; what has no day comes last."""
    found = [one for row in kept.attempts for one in after_yes(row.thing, process, as_of=as_of)]
    return tuple(sorted(found, key=lambda one: one.due or date.max))
