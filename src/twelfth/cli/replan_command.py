"""twelfth replan: after a fact, the best plan with few changes to the old one."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twelfth.cli.answer import note, write
from twelfth.cli.exits import IMPOSSIBLE

if TYPE_CHECKING:
    from twelfth.roadmap import Redrawn


def replan_command(
    instance: Annotated[str, typer.Option("--instance", metavar="FILE", help="What can be done, as it is now: JSON.")],
    plan: Annotated[str, typer.Option("--plan", metavar="FILE", help="The plan as it was: what plan --json printed.")],
    most: Annotated[
        int | None, typer.Option("--changes", metavar="M", help="The most changes: 3 if not said, 0 to keep it.")
    ] = None,
    since: Annotated[
        int, typer.Option("--since-week", metavar="W", help="The first week to come; those before it were worked.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print a plan file instead of text.")] = False,
    seconds: Annotated[
        float | None, typer.Option("--seconds", metavar="S", help="Stop searching after so long; the answer says so.")
    ] = None,
    work: Annotated[
        int | None,
        typer.Option("--work", metavar="N", help="Slices of work, 60 if not said: the same answer anywhere."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another one searches elsewhere.")] = 0,
) -> None:
    """Redraw a roadmap after something happened: few changes to the old plan, each with what it gains."""
    from twelfth.cli.say.replan import say_replan
    from twelfth.compose import Fuse, colour_allowed, workplace
    from twelfth.usecases import redraw_roadmap

    place = workplace()
    found = redraw_roadmap(
        instance,
        plan,
        instances=place.instances,
        redrawer=place.redrawer,
        most=most,
        since=since,
        seed=seed,
        slices=work,
        over=Fuse(seconds).over,
        told=_Progress(),
    )
    if as_json:
        write(json.dumps(place.instances.replan_file(found.redrawn, found.explained), allow_nan=False) + "\n")
    else:
        write(say_replan(found, colour=sys.stdout.isatty() and colour_allowed()))
    if found.explained is None:
        raise typer.Exit(IMPOSSIBLE)


class _Progress:
    """A line to stderr for every answer that is better by a thousandth."""

    def __init__(self) -> None:
        self._said = (-1.0, 2.0)

    def __call__(self, redrawn: "Redrawn") -> None:
        best = redrawn.steps[-1]
        if best.chance >= self._said[0] + 0.001 or redrawn.bound <= self._said[1] - 0.001:
            self._said = (best.chance, redrawn.bound)
            kept = f"kept {redrawn.fewest.chance:.1%}, {len(best.changes)} changes {best.chance:.1%}"
            note(f"slices of work: {redrawn.effort.slices}, {kept}, no plan above {redrawn.bound:.1%}")
