"""How little more of one limit alone would make a target reachable, and the round by which it is reached."""

from dataclasses import dataclass

from twelfth.roadmap.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """With `more` of one limit alone a plan reaches the target: `plan`, of a chance of `chance`.

    limit: "hours" in every week that is no pause, "money" at the beginning, "rounds" that count. least: with less than
    so much more no plan reaches the target, which is proved.
    """

    limit: str
    more: int
    least: int
    plan: Plan
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReached:
    """The round by which the chance of a plan reaches a target, no later one counting; the first is number 1.

    least: by no round before that number does any plan reach it, which is proved.
    """

    number: int
    week: int
    least: int = 1
