"""twelfth robust: a plan if things are worse than assumed."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit
from twelfth.cli.asked import MaybeCase, MaybeInstance, MaybePlan, Until, ground_of
from twelfth.cli.plan_options import Seed


def robust_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    plan: MaybePlan = None,
    rise: Annotated[
        float | None,
        typer.Option("--rise", metavar="D", help="By how much the bar is higher: in log-odds, 0.2; in points, 10."),
    ] = None,
    overrun: Annotated[
        float, typer.Option("--overrun", metavar="F", help="By how much all work is longer: 0.3 is 30 %.")
    ] = 0.3,
    causal: Annotated[
        float, typer.Option("--causal", metavar="F", help="Which share of every effect is one, 0 to 1.")
    ] = 0.5,
    as_of: AsOf = None,
    until: Until = None,
    work: Annotated[
        int | None, typer.Option("--work", metavar="N", help="Slices of work for a plan, 8 if not said and none given.")
    ] = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """The chance of a plan if the bar rises, work overruns, effects are half as causal, or a round is cancelled."""
    from twelfth.compose import workplace
    from twelfth.tell import say_robust
    from twelfth.usecases import Stress, stress_plan

    stress = Stress(rise=rise, overrun=overrun, causal=causal)
    place = workplace()
    ground = ground_of(place, case, instance, command="robust", as_of=as_of, until=until, plan=plan)
    answer = stress_plan(ground, stress, planner=place.planner, seed=seed, slices=work)
    emit(answer, schema="robust", as_json=as_json, text=lambda colour: say_robust(answer, colour=colour))
