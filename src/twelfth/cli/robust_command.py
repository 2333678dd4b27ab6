"""twelfth robust: a plan if things are worse than assumed."""

from typing import Annotated

import typer

from twelfth.cli.answer import Json, emit
from twelfth.cli.plan_options import InstanceFile, PlanFile


def robust_command(
    instance: InstanceFile,
    plan: PlanFile,
    rise: Annotated[
        float, typer.Option("--rise", metavar="D", help="By how much the bar is higher, in log-odds.")
    ] = 0.2,
    overrun: Annotated[
        float, typer.Option("--overrun", metavar="F", help="By how much all work is longer: 0.3 is 30 %.")
    ] = 0.3,
    causal: Annotated[
        float, typer.Option("--causal", metavar="F", help="Which share of every effect is one, 0 to 1.")
    ] = 0.5,
    as_json: Json = False,
) -> None:
    """The chance of a plan if the bar rises, work overruns, effects are half as causal, or a round is cancelled."""
    from twelfth.cli.say.robust import say_robust
    from twelfth.compose import workplace
    from twelfth.usecases import Stress, stress_plan

    stress = Stress(rise=rise, overrun=overrun, causal=causal)
    answer = stress_plan(instance, plan, stress, instances=workplace().instances)
    emit(answer, schema="robust", as_json=as_json, text=lambda colour: say_robust(answer, colour=colour))
