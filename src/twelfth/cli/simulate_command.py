"""twelfth simulate: live a roadmap many times over."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, MaybePlan, Until, ground_of


def simulate_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    plan: MaybePlan = None,
    lives: Annotated[
        int | None, typer.Option("--lives", metavar="N", help="A million if not said, of a case a hundred thousand.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Another one lives other lives.")] = 0,
    overrun: Annotated[
        float, typer.Option("--overrun", metavar="SD", help="How much hours differ from plan: sd of their logarithm.")
    ] = 0.0,
    slips: Annotated[
        float, typer.Option("--slips", metavar="P", help="The chance that a week of work comes to nothing.")
    ] = 0.0,
    bar: Annotated[
        float, typer.Option("--bar", metavar="SD", help="How far the bar moves in a year: sd, in logits.")
    ] = 0.0,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work for a plan, 8 if not said and none given.")
    ] = None,
    as_of: AsOf = None,
    until: Until = None,
    as_json: Json = False,
) -> None:
    """Live a roadmap a million times: how often one is selected, in which round, and when each mile is finished."""
    from twelfth.compose import workplace
    from twelfth.roadmap import Causes
    from twelfth.tell import say_lives
    from twelfth.usecases import live_roadmap

    place = workplace()
    answer = live_roadmap(
        ground_of(place, case, instance, command="simulate", as_of=as_of, until=until, plan=plan),
        simulator=place.simulator,
        planner=place.planner,
        causes=Causes(overrun=overrun, slips=slips, bar=bar),
        lives=lives,
        seed=seed,
        slices=work,
    )
    emit(answer, schema="lives", as_json=as_json, text=lambda colour: say_lives(answer, colour=colour))
