"""twelfth what-if: a change, and what becomes of the chance."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, MaybePlan, Until, ground_of
from twelfth.cli.plan_options import Seed


def what_if_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    plan: MaybePlan = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", metavar="MOVE", help="Not to be done, nor what needs it.")
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="ROUND", help="Not held: its week in a file; its day, or a kind, of a case."),
    ] = None,
    hours_per_week: Annotated[
        int | None, typer.Option("--hours-per-week", metavar="N", help="In every week that is no pause.")
    ] = None,
    more_hours: Annotated[
        int | None, typer.Option("--more-hours", metavar="N", help="More in every week that is no pause.")
    ] = None,
    budget: Annotated[
        int | None, typer.Option("--budget", metavar="N", help="The money there is, all from the beginning.")
    ] = None,
    more_money: Annotated[
        int | None, typer.Option("--more-money", metavar="N", help="More money from the beginning.")
    ] = None,
    as_of: AsOf = None,
    until: Until = None,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work before and after, 8 if not said.")
    ] = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """What becomes of the chance if an action is dropped, a round skipped, or there is more or less to spend."""
    from twelfth.compose import workplace
    from twelfth.tell import say_what_if
    from twelfth.usecases import Change, rounds_named, try_change

    place = workplace()
    ground = ground_of(place, case, instance, command="what-if", as_of=as_of, until=until, plan=plan)
    weeks, kinds = rounds_named(ground, skip or ())
    change = Change(
        drop=tuple(drop or ()),
        skip=weeks,
        skip_kinds=kinds,
        hours_per_week=hours_per_week,
        more_hours=more_hours,
        budget=budget,
        more_money=more_money,
    )
    answer = try_change(ground, change, planner=place.planner, seed=seed, slices=work)
    emit(answer, schema="what-if", as_json=as_json, text=lambda colour: say_what_if(answer, colour=colour))
