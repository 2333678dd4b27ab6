"""Several goals in words: how each stands, and which trait helps most of them."""

from dataclasses import replace

from twelfth.distance import Help, SharedHelp
from twelfth.tell.language import N_, _, figure, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import COULD_BE, could_be, level, of_core, percent, span, titled, told
from twelfth.usecases import GoalKind, GoalRead, GoalsRead

HONEST = (
    N_(
        "Chances of different goals do not add up, and points are no chance. Traits stand by how many goals they help, "
        "then by the sum of their gains in log-odds where there are odds."
    ),
    N_(
        "A gain in log-odds is the median with the causal share itself unknown: having what those selected had is not "
        "the same as being selected because of it."
    ),
    N_(
        "Traits of two packs count as one where the packs say so, or have the same name or title for them; what is "
        "only called otherwise stands on its own."
    ),
    COULD_BE,
)


def say_goals(answer: GoalsRead, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title(f"{len(answer.goals)} goals · as of {answer.as_of}")
    paper.heading("How each stands")
    paper.rows(stand_rows(answer), most=34)
    paper.heading("In short")
    paper.para(goals_short(answer), indent=2)
    if answer.traits:
        paper.heading("What helps, the most goals first")
        paper.rows(help_rows(answer), most=34)
    paper.heading("What it leaves open")
    for sentence in HONEST:
        paper.bullet(sentence)
    paper.gap()
    for asked in attributions(answer):
        paper.faint(asked)
    return paper.text()


def attributions(answer: GoalsRead) -> list[str]:
    """What the owners of the facts ask to have printed, each once."""
    return list(dict.fromkeys(one.attribution for one in answer.goals if one.attribution))


def goals_short(answer: GoalsRead) -> str:
    """The trait that helps most goals, or that none helps more than one."""
    if not answer.traits:
        return _("Nothing that can be told would help any of them.")
    first = answer.traits[0]
    if first.goals == 1:
        return _("No trait helps more than one of these goals, as far as can be told.")
    alike = [_title(one) for one in answer.traits if one.goals == first.goals]
    return _(
        "%(traits)s: of help to %(count)s of %(all)s goals.",
        traits=", ".join(alike),
        count=first.goals,
        all=len(answer.goals),
    )


def help_rows(answer: GoalsRead) -> list[tuple[str, str]]:
    """Traits with what they help; those that one and the same move sets stand together."""
    found: dict[str, list[str]] = {}
    for one in answer.traits:
        found.setdefault(_helps_words(one, answer), []).append(_title(one))
    return [("; ".join(titles), words) for words, titles in found.items()]


def stand_rows(answer: GoalsRead) -> list[tuple[str, str]]:
    """Goals with where they stand."""
    return [(f"{one.title}: {titled(one.process_title)}", _stands(one)) for one in answer.goals]


def _stands(goal: GoalRead) -> str:
    if goal.invented:
        nobody = _("An invented example: this is nobody.")
        return f"{_stands(replace(goal, invented=False))} {nobody}"
    if goal.kind is GoalKind.POINTS and goal.points_lo is not None and goal.points_hi is not None:
        return _("%(points)s points.", points=_points(goal.points_lo, goal.points_hi))
    if goal.odds is None or goal.odds.lo is None or goal.odds.hi is None:
        return of_core(goal.why_not)
    low, high = percent(goal.odds.lo), percent(goal.odds.hi)
    if goal.odds.p is None:
        return _("Between %(low)s and %(high)s, by what is known.", low=low, high=high)
    return f"{told(goal.odds)} ({could_be(low, high)})."


def _helps_words(one: SharedHelp, answer: GoalsRead) -> str:
    titles = {goal.case: titled(goal.process_title) for goal in answer.goals}
    helps = " ".join(_help_words(help_, titles) for help_ in one.helps)
    count = _("%(count)s of %(total)s", count=one.goals, total=len(answer.goals))
    return " ".join(filter(None, (f"{count}.", helps, _step_words(one))))


def _step_words(one: SharedHelp) -> str:
    """Whether one step is the best for every goal that the trait helps."""
    if one.goals == 1:
        return ""
    if one.one_step is None:
        return _("Whether one step serves them all, the packs do not say.")
    if not one.one_step:
        return _("The best step is another in each.")
    named = one.helps[0].step.replace("_", " ")
    return _("One step is the best for all: %(step)s.", step=_(named)) if named else _("One step is the best for all.")


def _help_words(one: Help, titles: dict[str, str]) -> str:
    found = []
    if one.log_odds is not None:
        found.append(_("%(gain)s log-odds", gain=figure(f"{one.log_odds:+.1f}")))
    if one.points_lo is not None and one.points_hi is not None:
        found.append(_("%(figure)s points", figure=f"+{_points(one.points_lo, one.points_hi)}"))
    gains = ", ".join(found)
    if one.opens:
        opened = ", ".join(map(titled, one.opens))
        gains = _("%(gains)s; opens or passes %(kinds)s", gains=gains, kinds=opened)
    return f"{titles[one.goal]}: {level(one.acquired)} ({gains})."


def _points(low: float, high: float) -> str:
    return plain_number(low) if low == high else span(plain_number(low), plain_number(high))


def _title(one: SharedHelp) -> str:
    """What the packs call it, each its own."""
    return " / ".join(map(titled, one.title.split(" / ")))
