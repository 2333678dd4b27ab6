"""twelfth replan: after a fact, the best plan with few changes to the old one."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twelfth.cli.answer import write
from twelfth.cli.exits import IMPOSSIBLE
from twelfth.cli.plan_options import InstanceFile, PlanFile, Seconds, Seed, Work
from twelfth.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from twelfth.roadmap import Redrawn


def replan_command(
    instance: InstanceFile,
    plan: PlanFile,
    most: Annotated[
        int | None, typer.Option("--changes", metavar="M", help="The most changes: 3 if not said, 0 to keep it.")
    ] = None,
    since: Annotated[
        int, typer.Option("--since-week", metavar="W", help="The first week to come; those before it were worked.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print a plan file instead of text.")] = False,
    seconds: Seconds = None,
    work: Work = None,
    seed: Seed = 0,
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
        told=_progress(),
    )
    if as_json:
        write(json.dumps(place.instances.replan_file(found.redrawn, found.explained), allow_nan=False) + "\n")
    else:
        write(say_replan(found, colour=sys.stdout.isatty() and colour_allowed()))
    if found.explained is None:
        raise typer.Exit(IMPOSSIBLE)


def _progress() -> "Callable[[Redrawn], None]":
    progress = Progress()

    def told(redrawn: "Redrawn") -> None:
        best = redrawn.steps[-1]
        words = f"kept {redrawn.fewest.chance:.1%}, {len(best.changes)} changes {best.chance:.1%}"
        progress.tell(redrawn.effort.slices, best.chance, redrawn.bound, words)

    return told
