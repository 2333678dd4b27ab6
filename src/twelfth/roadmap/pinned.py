"""What a person wants to stay as it is: the plan of it alone, and the same instance without such wishes."""

from dataclasses import replace

from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan


def pinned_plan(instance: Instance) -> Plan:
    """The work of all that is pinned, and nothing else. Whether it may be done, the checker says."""
    return Plan.of({one.id: one.pinned for one in instance.actions if one.pinned})


def unbound(instance: Instance) -> Instance:
    """The same instance with nothing pinned and no week before which an action cannot be worked: every plan of the one
    is a plan of the other."""
    if not any(one.pinned or one.not_before for one in instance.actions):
        return instance
    return replace(instance, actions=tuple(replace(one, pinned=(), not_before=0) for one in instance.actions))
