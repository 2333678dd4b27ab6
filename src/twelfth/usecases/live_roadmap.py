"""Live a roadmap many times over: how often a plan ends in being selected, when its miles are finished, and in which
round."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.usecases.ports import InstanceShelf, Simulator
from twelfth.usecases.told_plan import given_plan

if TYPE_CHECKING:
    from twelfth.roadmap import Causes, Lives

LIVES = 1_000_000
"""Where nobody says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivesRead:
    """What the lives came to.

    as_planned: the chance where nothing is delayed and the bar stays; idle: of doing nothing. weeks: the horizon. The
    same files, seed and number of lives give the same answer.
    """

    lives: "Lives"
    as_planned: float
    idle: float
    weeks: int
    seed: int


def live_roadmap(
    file: str,
    plan_file: str,
    *,
    instances: InstanceShelf,
    simulator: Simulator,
    causes: "Causes",
    lives: int = LIVES,
    seed: int = 0,
) -> LivesRead:
    """So many lives of the plan in a file, for the instance in another.

    Raises:
        NotFound: no such file.
        InvalidInput: an instance that cannot be, a plan that cannot be done (with every rule it breaks), fewer than one
            life or too many.
    """
    from twelfth.roadmap import chance

    instance, _ = instances.get(file)
    plan = given_plan(plan_file, instance, instances)
    return LivesRead(
        lives=simulator.live(instance, plan, lives=lives, seed=seed, causes=causes),
        as_planned=chance(instance, plan.completions(instance.by_id)),
        idle=chance(instance, {}),
        weeks=instance.weeks,
        seed=seed,
    )
