"""twelfth worth: what matters in a plan."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, MaybePlan, Until, ground_of
from twelfth.cli.plan_options import Seed
from twelfth.cli.progress import counted


def worth_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    plan: MaybePlan = None,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work without each action, 4 if not said.")
    ] = None,
    as_of: AsOf = None,
    until: Until = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """What each action of a plan is worth, and by how many weeks each may slip before it costs anything."""
    from twelfth.compose import workplace
    from twelfth.tell import say_worth
    from twelfth.usecases import weigh_plan

    place = workplace()
    ground = ground_of(place, case, instance, command="worth", as_of=as_of, until=until, plan=plan)
    answer = weigh_plan(ground, planner=place.planner, seed=seed, slices=work, told=counted("weighed"))
    emit(answer, schema="worth", as_json=as_json, text=lambda colour: say_worth(answer, colour=colour))
