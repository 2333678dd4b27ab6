"""What is different in one plan from another."""

from collections.abc import Mapping

from twelfth.roadmap.action import Action
from twelfth.roadmap.plan import Plan

Moved = tuple[str, int | None, int | None]
"""An action, the week in which it was complete and that in which it is now; None where it was not or is not."""


def moved(before: Plan, after: Plan, actions: Mapping[str, Action]) -> tuple[Moved, ...]:
    """Every action that is added, dropped or complete in another week, in order of its week."""
    was, now = before.completions(actions), after.completions(actions)
    names = sorted(was.keys() | now.keys(), key=lambda name: (now.get(name, was.get(name, 0)), name))
    return tuple((name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name))
