"""twelfth pareto: the chance against hours or money."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, Until, ground_of
from twelfth.cli.plan_options import Seed


def pareto_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    over: Annotated[str, typer.Option("--over", metavar="WHAT", help="hours or money.")] = "hours",
    points: Annotated[int, typer.Option("--points", metavar="N", help="Lines of the table, 2 to 100.")] = 8,
    up_to: Annotated[
        int | None, typer.Option("--up-to", metavar="N", help="Hours a week, or money; else twice what there is.")
    ] = None,
    as_of: AsOf = None,
    until: Until = None,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work for each line, 8 if not said.")
    ] = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """The chance against weekly hours or against money: what more would be good for, and from where on nothing."""
    from twelfth.compose import workplace
    from twelfth.tell import say_pareto
    from twelfth.usecases import trace_front

    place = workplace()
    answer = trace_front(
        ground_of(place, case, instance, command="pareto", as_of=as_of, until=until),
        planner=place.planner,
        over=over,
        points=points,
        up_to=up_to,
        seed=seed,
        slices=work,
    )
    emit(answer, schema="pareto", as_json=as_json, text=lambda colour: say_pareto(answer, colour=colour))
