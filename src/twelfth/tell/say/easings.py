"""What would make a target reachable, in words: more of one limit alone, or a later round."""

from typing import TYPE_CHECKING

from twelfth.tell.language import N_, _
from twelfth.tell.say.core_words import percent
from twelfth.usecases import CaseRoadmap

if TYPE_CHECKING:
    from twelfth.roadmap import Easing, Found, Impossible, Instance

ALREADY = N_("With nothing else limited it is out of reach already, which is proved.")
NEVER = {
    "hours": N_("No number of hours a week alone would do, which is proved."),
    "money": N_("No amount of money alone would do, which is proved."),
    "rounds": N_("Nor is it reached by any later round there is, which is proved."),
}


def easing_lines(answer: "Impossible", instance: "Instance") -> list[str]:
    """A sentence for each limit of which it is known how much would do, or that none does."""
    lines = [_line(one, answer, instance) for one in answer.easings]
    return [*lines, *(_(NEVER[limit]) for limit in answer.never)]


def reached_words(found: "Found", rounds: int) -> str:
    """The round by which a plan reaches its target, where it is not the last; nothing where it is, or is not known."""
    reached = found.reached
    if reached is None or reached.number == rounds:
        return ""
    return f"The target is reached by round {reached.number} of {rounds}, in week {reached.week}."


def enough_words(enough: str, chance: float, *, more: int, least: int, proved: str) -> str:
    """That so much is enough, with the plan that shows it, and whether less is."""
    found = _("With %(enough)s it can be done: a plan of %(chance)s was found.", enough=enough, chance=percent(chance))
    if more == least:
        less = _("With less it cannot, which is proved.")
        return f"{found} {less}"
    most = _("At most so much is needed; that %(less)s is not enough is proved.", less=proved)
    return f"{found} {most}"


def relaxation_words(answer: CaseRoadmap) -> list[str]:
    """The same of a case: hours, money, and a later day."""
    lines = []
    for one in answer.relaxations:
        figures = {"enough": f"{one.enough:,}", "now": f"{one.now:,}"}
        if one.limit == "hours":
            enough = _("%(enough)s hours a week in place of %(now)s", **figures)
        else:
            enough = _("%(enough)s %(currency)s of money in place of %(now)s", currency=answer.currency, **figures)
        proved = _("less than %(least)s", least=f"{one.least:,}")
        lines.append(enough_words(enough, one.chance, more=one.enough, least=one.least, proved=proved))
    if answer.later:
        later = _(
            "By %(day)s it can be done: a plan of %(chance)s was found. That no plan does by %(before)s is proved.",
            day=answer.later.day,
            chance=percent(answer.later.chance),
            before=answer.later.not_by,
        )
        lines.append(later)
    return [*lines, *(_(NEVER[limit]) for limit in answer.never)]


def _line(one: "Easing", answer: "Impossible", instance: "Instance") -> str:
    if one.limit == "rounds" and answer.earliest:
        reached = answer.earliest
        told = f"By round {reached.number}, in week {reached.week}, it can be done: a plan of {percent(one.chance)}"
        if reached.number == reached.least:
            return f"{told} was found. By no earlier round, which is proved."
        return f"{told} was found. Whether by an earlier one, from round {reached.least} on, is not proved."
    if one.limit == "money":
        money = f"{one.more:,} more money at the beginning"
        return enough_words(money, one.chance, more=one.more, least=one.least, proved=f"less than {one.least:,} more")
    given = {hours for hours in instance.calendar.hours if hours} or {0}
    if len(given) == 1:
        (now,) = given
        hours, proved = f"{now + one.more} hours a week in place of {now}", f"less than {now + one.least}"
    else:
        hours, proved = f"{one.more} more hours in every week that is no pause", f"less than {one.least} more"
    return enough_words(hours, one.chance, more=one.more, least=one.least, proved=proved)
