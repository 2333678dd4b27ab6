"""What drawing a plan, and questions about one, need from outside, as Protocols of few methods."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from twelfth.roadmap import (
        Answer,
        Causes,
        Explained,
        Instance,
        Lives,
        Plan,
        Question,
        Redrawn,
        Replan,
        Step,
        Unseen,
    )


class InstanceShelf(Protocol):
    """What a roadmap is drawn from, with what is asked, by path; plans, and an answer as a file of its own."""

    def get(self, file: str) -> "tuple[Instance, Question]": ...

    def plan(self, file: str) -> "Plan": ...

    def plan_file(self, answer: "Answer") -> dict[str, object]: ...

    def replan_file(self, redrawn: "Redrawn", explained: "Explained | None") -> dict[str, object]: ...


class Planner(Protocol):
    """An answer at once and better ones after it; the same for the same seed, however fast. start: a plan that no
    answer is worse than, where it can be done."""

    def improve(
        self, instance: "Instance", question: "Question", *, seed: int, start: "Plan | None" = None
    ) -> "Iterator[Answer]": ...


class Simulator(Protocol):
    """Many lives of a plan that can be done; the same for the same seed, however fast. unseen: what no profile shows,
    where not as the instance has it."""

    def live(
        self,
        instance: "Instance",
        plan: "Plan",
        *,
        lives: int,
        seed: int,
        causes: "Causes",
        unseen: "Unseen | None" = None,
    ) -> "Lives": ...


class Redrawer(Protocol):
    """A plan that follows an old one with few changes, at once and better ones after it; and what each change gains."""

    def redraw(self, instance: "Instance", question: "Replan", *, seed: int) -> "Iterator[Redrawn]": ...

    def explain(self, instance: "Instance", question: "Replan", step: "Step", *, seed: int) -> "Explained": ...
