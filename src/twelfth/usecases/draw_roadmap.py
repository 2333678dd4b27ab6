"""Draw a roadmap: from what can be done and with what, a plan with a chance and with what no plan exceeds."""

from collections.abc import Callable
from dataclasses import replace

from twelfth.base import invalid
from twelfth.roadmap import Answer, misfits_of
from twelfth.usecases.ports import InstanceShelf, Planner

SLICES = 60
"""Of work, where nobody says how many."""


def draw_roadmap(
    file: str,
    *,
    instances: InstanceShelf,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: Callable[[Answer], None] = lambda _: None,
) -> Answer:
    """The best answer found in so many slices of work. `told` hears of every answer on the way.

    over: a fuse, asked after every slice; an answer that it cut says so.

    Raises:
        NotFound: no such file.
        InvalidInput: an instance that cannot be, fewer than one slice of work.
    """
    if slices is not None and slices < 1:
        raise invalid("work", slices, "a whole number of at least 1", field="work")
    instance, question = instances.get(file)
    best = None
    for found in planner.improve(instance, question, seed=seed):
        best = found
        told(found)
        if found.effort.slices >= (slices or SLICES):
            break
        if over():
            best = replace(found, effort=replace(found.effort, cut=True))
            break
    if best is None:
        raise invalid("planner", "no answer", "one")
    return replace(best, warnings=misfits_of(instance))
