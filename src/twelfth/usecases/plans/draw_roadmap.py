"""Draw a roadmap: from what can be done and with what, a plan with a chance and with what no plan exceeds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from twelfth.base import invalid
from twelfth.usecases.plans.plan_miles import Mile, plan_miles
from twelfth.usecases.plans.ports import InstanceShelf, Planner

if TYPE_CHECKING:
    from twelfth.roadmap import Answer, Instance, Plan, Question

Kind = TypeVar("Kind")

SLICES = 60
"""Of work, where nobody says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """What can be done and with what, what was asked, and the answer."""

    instance: "Instance"
    question: "Question"
    answer: "Answer"

    @property
    def miles(self) -> tuple[Mile, ...]:
        """Of the best plan there is."""
        return plan_miles(self.instance, self.answer.best.plan)


def draw_roadmap(
    file: str,
    *,
    instances: InstanceShelf,
    planner: Planner,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: Callable[["Answer"], None] = lambda _: None,
) -> Roadmap:
    """The best answer found in so many slices of work. `told` hears of every answer on the way.

    over: a fuse, asked after every slice; an answer that it cut says so.

    Raises:
        NotFound: no such file.
        InvalidInput: an instance that cannot be, fewer than one slice of work.
    """
    instance, question = instances.get(file)
    answer = best_answer(planner, instance, question, seed=seed, slices=slices, over=over, told=told)
    return Roadmap(instance=instance, question=question, answer=answer)


def best_answer(
    planner: Planner,
    instance: "Instance",
    question: "Question",
    *,
    seed: int,
    slices: int | None,
    over: Callable[[], bool] = lambda: False,
    told: Callable[["Answer"], None] = lambda _: None,
    start: "Plan | None" = None,
) -> "Answer":
    """The answer after so many slices, with what no plan can use; `told` hears of every one on the way.

    Where no plan reaches the target the work ends by itself, with what would do.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    from twelfth.roadmap import Found, Impossible, Least, counted, cut_short, misfits_of, reached_by, warned

    def done(answer: "Answer") -> int:
        return 0 if isinstance(answer, Impossible) else answer.best.effort.slices

    answers = planner.improve(instance, question, seed=seed, start=start)
    best = last_of(answers, done=done, slices=slices, over=over, told=told, cut=cut_short)
    asked = counted(instance, question)
    if isinstance(best, Found) and isinstance(question, Least):
        best = replace(best, reached=reached_by(asked, best.plan, question.target))
    return warned(best, misfits_of(asked))


def last_of(
    answers: Iterable[Kind],
    *,
    done: Callable[[Kind], int],
    slices: int | None,
    over: Callable[[], bool],
    told: Callable[[Kind], None],
    cut: Callable[[Kind], Kind],
) -> Kind:
    """The answer after so many slices of work (`done`), or the one that the fuse `cut`.

    Raises:
        InvalidInput: fewer than one slice of work.
    """
    if slices is not None and slices < 1:
        raise invalid("work", slices, "a whole number of at least 1", field="work")
    best = None
    for best in answers:
        told(best)
        if done(best) >= (slices or SLICES):
            break
        if over():
            return cut(best)
    if best is None:
        raise invalid("planner", "no answer", "one")
    return best
