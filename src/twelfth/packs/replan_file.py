"""A redrawn plan as a JSON file: a plan file, so that it can be replanned again, with its changes and the trade-off."""

from twelfth.packs.roadmap_file import PLAN, work_of
from twelfth.roadmap import Change, Explained, Gain, Redrawn, Step


def replan_file(redrawn: Redrawn, explained: Explained | None) -> dict[str, object]:
    """Status is `found`, or `undecided` where no plan with so few changes was found: then there is no work in it."""
    step = None if explained is None else explained.step
    return {
        "schema": PLAN,
        "work": {} if step is None else work_of(step.plan),
        "chance": (step or redrawn.fewest).chance,
        "bound": redrawn.bound,
        "status": "undecided" if step is None else "found",
        "changes": [] if explained is None else [_gain(explained, one) for one in explained.gains],
        "tradeoff": [_step(one) for one in redrawn.steps],
        "chance_of_doing_nothing": redrawn.idle,
        "slices": redrawn.effort.slices,
        "seed": redrawn.effort.seed,
        "cut": redrawn.effort.cut,
        "versions": dict(redrawn.effort.versions),
        "warnings": list(redrawn.warnings),
    }


def _change(change: Change) -> dict[str, object]:
    return {"action": change.action, "kind": change.kind, "was": change.was, "now": change.now}


def _gain(explained: Explained, gain: Gain) -> dict[str, object]:
    others = gain.with_it(explained.step.changes)
    told = {"gain": gain.points, "forced": gain.forced, "with_it": [one.action for one in others]}
    return _change(gain.change) | told


def _step(step: Step) -> dict[str, object]:
    told = {"changes": len(step.changes), "chance": step.chance}
    return told | {"made": [_change(one) for one in step.changes], "work": work_of(step.plan)}
