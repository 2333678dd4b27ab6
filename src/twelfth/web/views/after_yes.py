"""What follows a yes, as the pages tell it: what still has days, and all that follows one attempt."""

from twelfth.base import Source
from twelfth.goal import Attempt, Following
from twelfth.usecases import after_yes, all_after_yes
from twelfth.web.desk import Open


def still_open(one: Open) -> tuple[Following, ...]:
    """What follows a yes of this goal and has days for it that are not past, the soonest first."""
    return tuple(each for each in all_after_yes(one.kept, one.process, as_of=one.as_of) if each.is_open(one.desk.today))


def following(one: Open, attempt: Attempt) -> tuple[Following, ...]:
    """All that follows one attempt, past or not."""
    return after_yes(attempt, one.process, as_of=one.as_of)


def cited(one: Open, steps: tuple[Following, ...]) -> dict[str, Source]:
    """The sources of these steps, by id."""
    ids = {source for each in steps for source in each.step.source}
    return {source.id: source for source in one.process.sources if source.id in ids}
