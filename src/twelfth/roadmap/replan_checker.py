"""Whether a plan answers a replan: it can be done, leaves the past as it is, and changes no more than was allowed.

It knows nothing of any engine. No redrawn plan leaves one unless this finds nothing.
"""

from dataclasses import replace

from twelfth.base import InvalidInput, Problem
from twelfth.roadmap.action import Action
from twelfth.roadmap.checker import violations
from twelfth.roadmap.instance import Instance
from twelfth.roadmap.plan import Plan
from twelfth.roadmap.replan import Replan, worked


def replan_violations(instance: Instance, question: Replan, new: Plan) -> tuple[str, ...]:
    """Every way in which a plan is no answer, a sentence each; none if it is one."""
    found = violations(instance, new)
    if found:
        return found
    told = [*_of_past(question, new), *_of_finished(instance, question, new), *_of_lost(instance, question, new)]
    count = len(question.changes(instance, new))
    if count > question.most:
        told.append(f"{count} changes, at most {question.most} allowed")
    return tuple(told)


def check_replan(instance: Instance, question: Replan, new: Plan) -> None:
    """Refuse a plan that is no answer.

    Raises:
        InvalidInput: with every rule it breaks.
    """
    found = replan_violations(instance, question, new)
    if found:
        raise InvalidInput(*(Problem(thing="plan", value=one, expected="a plan that can follow") for one in found))


def past_violations(instance: Instance, question: Replan) -> tuple[str, ...]:
    """Every way in which what was done breaks the instance, a sentence each. What it does not know is left aside."""
    past = Plan({name: weeks for name, weeks in question.past.work.items() if name in instance.by_id})
    begun = [instance.by_id[name] for name in past.work]
    told = [sentence for action in begun for sentence in _of_begun(instance, question, action)]
    if told:
        return tuple(told)
    as_far = [
        replace(action, hours=sum(hours for _, hours in past.work[action.id]), after=(), renews=None)
        for action in begun
    ]
    return violations(replace(instance, rounds=(), actions=tuple(as_far)), past)


def check_past(instance: Instance, question: Replan) -> None:
    """Refuse to replan where what was done could not have been done.

    Raises:
        InvalidInput: with every rule that what was done breaks.
    """
    found = past_violations(instance, question)
    if found:
        expected = f"work that the instance allows before week {question.since}"
        raise InvalidInput(*(Problem(thing="work already done", value=one, expected=expected) for one in found))


def _of_begun(instance: Instance, question: Replan, action: Action) -> list[str]:
    """One action under way or finished: its hours, and what came before it."""
    weeks, finished = question.past.work[action.id], question.finished(instance)
    done, found = sum(hours for _, hours in weeks), []
    if done > action.hours:
        found.append(f"{action.id}: {done} h of work, {action.hours} h needed")
    if done < action.hours and weeks[-1][1] < action.min_hours_week:
        found.append(f"{action.id}: {weeks[-1][1]} h in week {weeks[-1][0]}, allowed {action.min_hours_week} and more")
    for named in action.after:
        if named not in finished or question.past.completion(instance.by_id[named]) > weeks[0][0]:
            found.append(f"{action.id}: started before {named} was complete")
    return found


def _of_past(question: Replan, new: Plan) -> list[str]:
    """What is in the plan was worked in the past as it was, and not otherwise."""
    past, since = question.past.work, question.since
    return [
        f"{name}: its work before week {since} is not what was done"
        for name, weeks in new.work.items()
        if worked(weeks, since) != past.get(name, ())
    ]


def _of_finished(instance: Instance, question: Replan, new: Plan) -> list[str]:
    return [f"{name}: it is finished and not in the plan" for name in sorted(question.finished(instance) - {*new.work})]


def _of_lost(instance: Instance, question: Replan, new: Plan) -> list[str]:
    """What was begun and is dropped has taken its hours and its money all the same."""
    found, calendar = [], instance.calendar
    lost = {name: weeks for name, weeks in question.past.work.items() if name not in new.work}
    hours = new.hours() + sum(each for weeks in lost.values() for _, each in weeks)
    if calendar.most_hours is not None and hours > calendar.most_hours:
        found.append(f"{hours} h in all with what was begun and dropped, {calendar.most_hours} h there are")
    gone = sum(instance.by_id[name].cost for name in lost if name in instance.by_id)
    starts = {name: new.first(instance.by_id[name]) for name in new.work}
    for week in sorted(set(starts.values())):
        spent = gone + sum(instance.by_id[name].cost for name, first in starts.items() if first <= week)
        if week >= question.since and spent > calendar.arrived(week):
            have = calendar.arrived(week)
            return [*found, f"week {week}: {spent} of money spent with what was dropped, {have} there is"]
    return found
