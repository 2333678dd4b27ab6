"""The question after a fact: the best plan that is not far from the one there was.

Weeks are numbered as in the old plan. Those before `since` are past: what was worked in them stays worked, and nothing
else can be worked in them any more. What follows from that:

- An action with all its hours behind it is finished: it stays in every plan, and is no change.
- An action under way goes on from the hours it has, or is dropped. If it is dropped its hours and its money are gone,
  it grants nothing, and it cannot be begun a second time: its past would not be what it was.
- Everything else may be kept, moved, dropped or added, with work from `since` on.

The instance is the one there is now, past weeks and past money included: what was done is checked against it.
A rejected example: an instance that begins today, with what is under way as shorter actions. Its completion weeks
could not be told from the old ones, and least weeks that run from a start in the past have no place in it.
"""

from dataclasses import dataclass

from twelfth.base import invalid
from twelfth.roadmap.action import is_whole
from twelfth.roadmap.changes import SETTLED_WEEKS, Change, changes
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan

MOST_CHANGES = 3
"""Where nobody says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replan:
    """The highest chance with at most so many changes to a plan.

    old: the plan as it was. most: changes, at least 0. since: the first week that is still to come. done: what was
    worked before it; None: as the old plan has it. settled: an action complete at most so many weeks from where it was
    has not moved.

    Raises:
        InvalidInput: a number below 0, work in a week that is given twice or is below 0, of less than an hour, or of
            none at all, work already done in a week that is still to come.
    """

    old: Plan
    most: int = MOST_CHANGES
    since: int = 0
    done: Plan | None = None
    settled: int = SETTLED_WEEKS

    def __post_init__(self) -> None:
        for field in ("most", "since", "settled"):
            if not is_whole(getattr(self, field), 0):
                raise invalid(field, getattr(self, field), "a whole number of at least 0", field=field)
        _check_work("old plan", self.old)
        if self.done is not None:
            _check_work("work done", self.done)
            late = [week for weeks in self.done.work.values() for week, _ in weeks if week >= self.since]
            if late:
                raise invalid("week of work done", late[0], f"a week before {self.since}", field="done")

    @property
    def past(self) -> Plan:
        """What was worked before `since`."""
        if self.done is not None:
            return self.done
        return Plan({name: before for name, weeks in self.old.work.items() if (before := worked(weeks, self.since))})

    def finished(self, instance: Instance) -> frozenset[str]:
        """Actions with all their hours behind them."""
        past = self.past.work
        return frozenset(
            one.id for one in instance.actions if sum(hours for _, hours in past.get(one.id, ())) >= one.hours
        )

    def changes(self, instance: Instance, new: Plan) -> tuple[Change, ...]:
        """What a plan changes in the old one; what is finished is no change."""
        finished = self.finished(instance)
        found = changes(self.old, new, instance, settled=self.settled)
        return tuple(one for one in found if one.action not in finished)


def worked(weeks: tuple[tuple[int, int], ...], since: int) -> tuple[tuple[int, int], ...]:
    """The (week, hours) pairs before a week."""
    return tuple((week, hours) for week, hours in weeks if week < since)


def _check_work(thing: str, plan: Plan) -> None:
    for name, weeks in plan.work.items():
        if not weeks:
            raise invalid(f"{name} in the {thing}", "no work", "at least one week", field=name)
        if len({week for week, _ in weeks}) < len(weeks):
            raise invalid(f"{name} in the {thing}", "a week twice", "each week once", field=name)
        for week, hours in weeks:
            if not (is_whole(week, 0) and is_whole(hours, 1)):
                expected = "a week of at least 0 and at least 1 hour"
                raise invalid(f"{name} in the {thing}", f"{hours} h in week {week}", expected, field=name)
