"""twelfth fork: what to do if the next exam is not passed, or the next round is cancelled."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, MaybePlan, Until, ground_of
from twelfth.cli.plan_options import Seed
from twelfth.cli.progress import counted


def fork_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    plan: MaybePlan = None,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work for each branch, 7 if not said.")
    ] = None,
    as_of: AsOf = None,
    until: Until = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """What to do if the next exam of a plan is not passed, or if the next round is cancelled: a plan for each."""
    from twelfth.compose import workplace
    from twelfth.tell import say_fork
    from twelfth.usecases import face_fork

    place = workplace()
    ground = ground_of(place, case, instance, command="fork", as_of=as_of, until=until, plan=plan)
    answer = face_fork(ground, planner=place.planner, seed=seed, slices=work, told=counted("branches searched"))
    emit(answer, schema="fork", as_json=as_json, text=lambda colour: say_fork(answer, colour=colour))
