"""What differs between two plans: actions added, dropped, and complete in another week."""

from collections.abc import Mapping
from dataclasses import dataclass

from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan

SETTLED_WEEKS = 4
"""An action complete at most so many weeks from where it was has not moved (04-roadmap)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One action that is no longer done as it was. was, now: the week in which it is complete; None: it is not done."""

    action: str
    was: int | None
    now: int | None

    @property
    def kind(self) -> str:
        """added, dropped or moved."""
        if self.was is None:
            return "added"
        return "dropped" if self.now is None else "moved"

    @property
    def weeks(self) -> int | None:
        """How much later it is complete; None unless it moved."""
        return None if self.was is None or self.now is None else self.now - self.was


def changes(old: Plan, new: Plan, instance: Instance, *, settled: int = SETTLED_WEEKS) -> tuple[Change, ...]:
    """Every change from one plan to another, in order of the action's id; none for what stays within `settled` weeks.

    An action is complete when the instance says it is; one that the instance does not know, after its last week.
    """
    return differences(_completions(old, instance), _completions(new, instance), settled=settled)


def differences(was: Mapping[str, int], now: Mapping[str, int], *, settled: int) -> tuple[Change, ...]:
    """The same from the weeks in which actions are complete."""
    found = (Change(action=name, was=was.get(name), now=now.get(name)) for name in sorted({*was, *now}))
    return tuple(one for one in found if one.weeks is None or abs(one.weeks) > settled)


def _completions(plan: Plan, instance: Instance) -> dict[str, int]:
    known = instance.by_id
    return {
        name: plan.completion(known[name]) if name in known else weeks[-1][0] + 1 for name, weeks in plan.work.items()
    }
