"""Redraw a roadmap after a fact: the best plan with few changes to the old one, and what each of them gains."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from twelfth.base import invalid
from twelfth.usecases.plans.draw_roadmap import last_of
from twelfth.usecases.plans.plan_miles import Mile, plan_miles
from twelfth.usecases.plans.ports import InstanceShelf, Redrawer

if TYPE_CHECKING:
    from twelfth.roadmap import Explained, Instance, Redrawn, Replan, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrawing:
    """The instance as it is now, what was asked, the trade-off, and the plan with what its changes gain.

    explained: None where no plan with so few changes was found.
    """

    instance: "Instance"
    question: "Replan"
    redrawn: "Redrawn"
    explained: "Explained | None"

    @property
    def miles(self) -> tuple[Mile, ...]:
        """Of the plan that is explained; none where there is none."""
        return () if self.explained is None else plan_miles(self.instance, self.explained.step.plan)

    @property
    def steps(self) -> "tuple[Step, ...]":
        """The trade-off, with the plan that was explained in place of those it is as good as."""
        if self.explained is None:
            return self.redrawn.steps
        best, most = self.explained.step, self.question.most
        fewer = [one for one in self.redrawn.steps if len(one.changes) < len(best.changes)]
        more = (one for one in self.redrawn.steps if len(one.changes) > most)
        return (*fewer, best, *(one for one in more if one.chance > best.chance))


def redraw_roadmap(
    file: str,
    plan: str,
    *,
    instances: InstanceShelf,
    redrawer: Redrawer,
    most: int | None = None,
    since: int = 0,
    seed: int = 0,
    slices: int | None = None,
    over: Callable[[], bool] = lambda: False,
    told: Callable[["Redrawn"], None] = lambda _: None,
) -> Redrawing:
    """The best found in so many slices of work, from files of the instance as it is now and of the plan as it was.

    most: changes; None: as many as usual. since: the first week that is still to come. What was asked of the old plan,
    such as the least hours, is not asked again: the highest chance is.

    Raises:
        NotFound: no such file.
        InvalidInput: an instance or a plan that cannot be, a past that the instance does not allow, fewer than one
            slice of work.
    """
    from twelfth.roadmap import MOST_CHANGES, Replan

    instance, _question = instances.get(file)
    question = Replan(old=instances.plan(plan), most=MOST_CHANGES if most is None else most, since=since)
    return redrawing(instance, question, redrawer=redrawer, seed=seed, slices=slices, over=over, told=told)


def redrawing(
    instance: "Instance",
    question: "Replan",
    *,
    redrawer: Redrawer,
    seed: int,
    slices: int | None,
    over: Callable[[], bool],
    told: Callable[["Redrawn"], None],
    titles: Mapping[str, str] | None = None,
) -> Redrawing:
    """The same of an instance there is now; titles: what its actions are called, where not by their ids."""
    from twelfth.roadmap import cut_redrawn, misfits_of

    if question.since > instance.weeks:
        raise invalid("since", question.since, f"a week up to {instance.weeks}", field="since")
    answers = redrawer.redraw(instance, question, seed=seed)
    best = last_of(answers, done=_slices_of, slices=slices, over=over, told=told, cut=cut_redrawn)
    past = () if titles else _over(instance, question)  # of a case only rounds to come are expected
    best = replace(best, warnings=(*misfits_of(instance, titles), *past))
    step = best.within(question.most)
    explained = None if step is None else redrawer.explain(instance, question, step, seed=seed)
    return Redrawing(instance=instance, question=question, redrawn=best, explained=explained)


def _slices_of(redrawn: "Redrawn") -> int:
    return redrawn.effort.slices


def _over(instance: "Instance", question: "Replan") -> tuple[str, ...]:
    """Rounds that are past by now."""
    weeks = sorted({each.week for each in instance.rounds if each.week < question.since})
    return tuple(
        f"The round in week {week} is over by week {question.since} and is counted as if it were to come. "
        "Leave it out of the instance if it was a no."
        for week in weeks
    )
