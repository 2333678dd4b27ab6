"""twelfth replan: after a fact, the best plan with few changes to the old one."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twelfth.cli.answer import emit, write
from twelfth.cli.asked import MaybeCase, MaybeInstance, Until, check_one
from twelfth.cli.exits import IMPOSSIBLE
from twelfth.cli.plan_options import PlanFile, Seconds, Seed, Work
from twelfth.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from twelfth.roadmap import Redrawn


def replan_command(
    plan: PlanFile,
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    most: Annotated[
        int | None, typer.Option("--changes", metavar="M", help="The most changes: 3 if not said, 0 to keep it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Of a case: the day of the fact; else today.")
    ] = None,
    since_week: Annotated[
        int | None,
        typer.Option("--since-week", metavar="W", help="Of a file: the first week to come; those before were worked."),
    ] = None,
    until: Until = None,
    hours_per_week: Annotated[
        int | None, typer.Option("--hours-per-week", metavar="N", help="From now on, in place of those of the case.")
    ] = None,
    budget: Annotated[
        int | None, typer.Option("--budget", metavar="N", help="In all since the road began, in place of the case's.")
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option("--avoid", metavar="MOVE", help="A move of the case not to be made any more.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON instead of text; of a file, a plan file.")
    ] = False,
    seconds: Seconds = None,
    work: Work = None,
    seed: Seed = 0,
) -> None:
    """Redraw a roadmap after something happened: few changes to the old plan, each with what it gains."""
    from twelfth.compose import Fuse, workplace
    from twelfth.tell import say_case_replan
    from twelfth.usecases import Wishes, replan_case

    check_one(case, instance, "replan")
    of_case = (since, until, hours_per_week, budget, *(avoid or ()))
    if instance:
        if any(one is not None for one in of_case):
            raise typer.BadParameter("What is asked of a case is written into a file: only --since-week fits a file.")
        _replan_file(
            instance, plan, most=most, since=since_week or 0, as_json=as_json, seconds=seconds, work=work, seed=seed
        )
        return
    if since_week is not None:
        raise typer.BadParameter("A case has days: say --since DATE in place of --since-week.")
    place = workplace()
    answer = replan_case(
        case,
        plan,
        cases=place.cases,
        clock=place.clock,
        roads=place.roads,
        redrawer=place.redrawer,
        wishes=Wishes(until=place.day(until), hours_per_week=hours_per_week, budget=budget, avoid=tuple(avoid or ())),
        since=place.day(since),
        most=most,
        seed=seed,
        slices=work,
        over=Fuse(seconds).over,
        told=_progress(),
    )
    emit(answer, schema="replan", as_json=as_json, text=lambda colour: say_case_replan(answer, colour=colour))
    if answer.chance is None:
        raise typer.Exit(IMPOSSIBLE)


def _replan_file(
    file: str,
    plan: str,
    *,
    most: int | None,
    since: int,
    as_json: bool,
    seconds: float | None,
    work: int | None,
    seed: int,
) -> None:
    from twelfth.compose import Fuse, colour_allowed, workplace
    from twelfth.tell import say_replan
    from twelfth.usecases import redraw_roadmap

    place = workplace()
    found = redraw_roadmap(
        file,
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
    from twelfth.tell import how_many_changes, redrawn_chance

    progress = Progress()

    def told(redrawn: "Redrawn") -> None:
        best = redrawn.steps[-1]
        kept, changed = redrawn_chance(redrawn.fewest.chance), redrawn_chance(best.chance)
        words = f"kept {kept}, {how_many_changes(len(best.changes))} {changed}"
        progress.tell(redrawn.effort.slices, best.chance, redrawn.bound, words)

    return told
