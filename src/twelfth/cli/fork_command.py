"""twelfth fork: what to do if the next exam is not passed, or the next round is cancelled."""

from typing import Annotated

import typer

from twelfth.cli.answer import Json, emit
from twelfth.cli.plan_options import InstanceFile, PlanFile, Seed


def fork_command(
    instance: InstanceFile,
    plan: PlanFile,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work for each branch, 7 if not said.")
    ] = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """What to do if the next exam of a plan is not passed, or if the next round is cancelled: a plan for each."""
    from twelfth.cli.say.fork import say_fork
    from twelfth.compose import workplace
    from twelfth.usecases import face_fork

    place = workplace()
    answer = face_fork(instance, plan, instances=place.instances, planner=place.planner, seed=seed, slices=work)
    emit(answer, schema="fork", as_json=as_json, text=lambda colour: say_fork(answer, colour=colour))
