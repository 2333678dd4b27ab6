"""twelfth plan: draw a roadmap."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twelfth.cli.answer import note, write
from twelfth.cli.exits import IMPOSSIBLE

if TYPE_CHECKING:
    from twelfth.roadmap import Answer


def plan_command(
    instance: Annotated[str, typer.Option("--instance", metavar="FILE", help="What can be done and with what: JSON.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a plan file instead of text.")] = False,
    seconds: Annotated[
        float | None, typer.Option("--seconds", metavar="S", help="Stop after so long; the answer says so.")
    ] = None,
    work: Annotated[
        int | None,
        typer.Option("--work", metavar="N", help="Slices of work, 60 if not said: the same answer anywhere."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another one searches elsewhere.")] = 0,
) -> None:
    """Draw a roadmap from a file: what to do in which week for the best chance, and what no plan can exceed."""
    from twelfth.cli.say.roadmap import say_roadmap
    from twelfth.compose import Fuse, colour_allowed, workplace
    from twelfth.roadmap import Impossible
    from twelfth.usecases import draw_roadmap

    place = workplace()
    roadmap = draw_roadmap(
        instance,
        instances=place.instances,
        planner=place.planner,
        seed=seed,
        slices=work,
        over=Fuse(seconds).over,
        told=_Progress(),
    )
    if as_json:
        write(json.dumps(place.instances.plan_file(roadmap.answer), allow_nan=False) + "\n")
    else:
        write(say_roadmap(roadmap, colour=sys.stdout.isatty() and colour_allowed()))
    if isinstance(roadmap.answer, Impossible):
        raise typer.Exit(IMPOSSIBLE)


class _Progress:
    """A line to stderr for every answer that is better by a thousandth."""

    def __init__(self) -> None:
        self._said = (-1.0, 2.0)

    def __call__(self, answer: "Answer") -> None:
        chance, bound = self._said
        best = answer.best
        if best.chance >= chance + 0.001 or best.bound <= bound - 0.001:
            self._said = (best.chance, best.bound)
            note(f"slices of work: {best.effort.slices}, chance {best.chance:.1%}, no plan above {best.bound:.1%}")
