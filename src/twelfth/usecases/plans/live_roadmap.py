"""Live a roadmap many times over: how often a plan ends in being selected, when its miles are finished, and in which
round."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.usecases.plans.ground import Ground, Whose
from twelfth.usecases.plans.ports import Planner, Simulator
from twelfth.usecases.plans.told_plan import plan_there

if TYPE_CHECKING:
    from twelfth.roadmap import Causes, Lives

LIVES, LIVES_OF_CASE = 1_000_000, 100_000
"""Where nobody says how many: those of a case are lived by the plain twin, which takes ten times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivesRead:
    """What the lives came to.

    as_planned: the chance where nothing is delayed and the bar stays; idle: of doing nothing. weeks: the horizon.
    whose: the case; null of a file. The same files, seed and number of lives give the same answer.
    """

    whose: Whose | None
    lives: "Lives"
    as_planned: float
    idle: float
    weeks: int
    seed: int


def live_roadmap(
    ground: Ground,
    *,
    simulator: Simulator,
    planner: Planner,
    causes: "Causes",
    lives: int | None = None,
    seed: int = 0,
    slices: int | None = None,
) -> LivesRead:
    """So many lives of the plan that is there, or of the best found.

    Raises:
        InvalidInput: fewer than one life or too many, or than one slice of work.
    """
    from twelfth.roadmap import Plan

    lives = (LIVES_OF_CASE if ground.whose else LIVES) if lives is None else lives
    instance, evidence = ground.instance, ground.evidence
    plan = plan_there(ground, planner, seed=seed, slices=slices)
    return LivesRead(
        whose=ground.whose,
        lives=simulator.live(
            instance, plan, lives=lives, seed=seed, causes=causes, unseen=evidence.unseen() if evidence else None
        ),
        as_planned=ground.chance(plan),
        idle=ground.chance(Plan()),
        weeks=instance.weeks,
        seed=seed,
    )
