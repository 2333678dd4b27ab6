"""A shelf of roadmap files in memory, and planners that answer at once."""

from collections.abc import Iterator, Mapping

from twelfth.roadmap import Answer, BestChance, Effort, Found, Instance, Plan, Question, chance


class Shelf:
    """One instance, and plans by name."""

    def __init__(self, case: Instance, plans: Mapping[str, Plan] | None = None) -> None:
        self.case, self.plans = case, plans or {}

    def get(self, file: str) -> tuple[Instance, Question]:
        return self.case, BestChance()

    def plan(self, file: str) -> Plan:
        return self.plans[file]

    def plan_file(self, answer: Answer) -> dict[str, object]:
        return {}


class Keeping:
    """Answers with the plan it is told to begin from, or with none; the bound is one it was made with."""

    def __init__(self, bound: float = 1.0) -> None:
        self.bound = bound
        self.asked: list[tuple[Instance, Plan | None]] = []

    def improve(
        self, instance: Instance, question: Question, *, seed: int, start: Plan | None = None
    ) -> Iterator[Found]:
        self.asked.append((instance, start))
        plan = start or Plan()
        value, idle = chance(instance, plan.completions(instance.by_id)), chance(instance, {})
        for slices in range(1, 1000):
            effort = Effort(slices=slices, seed=seed)
            yield Found(plan=plan, chance=value, bound=max(self.bound, value), idle=idle, effort=effort)
