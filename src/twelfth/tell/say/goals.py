"""Several goals in words: how each stands, and which trait helps most of them."""

from twelfth.base import percent, plain_number
from twelfth.distance import Help, SharedHelp, told
from twelfth.tell.paper import Paper
from twelfth.usecases import GoalKind, GoalRead, GoalsRead

HONEST = (
    "Chances of different goals do not add up, and points are no chance. Traits stand by how many goals they help, "
    "then by the sum of their gains in log-odds where there are odds.",
    "A gain in log-odds is the median with the causal share itself unknown: having what those selected had is not the "
    "same as being selected because of it.",
    "Traits of two packs count as one where the packs say so, or have the same name or title for them; what is only "
    "called otherwise stands on its own.",
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
        return "Nothing that can be told would help any of them."
    first = answer.traits[0]
    if first.goals == 1:
        return "No trait helps more than one of these goals, as far as can be told."
    alike = [one.title for one in answer.traits if one.goals == first.goals]
    return f"{', '.join(alike)}: of help to {first.goals} of {len(answer.goals)} goals."


def help_rows(answer: GoalsRead) -> list[tuple[str, str]]:
    """Traits with what they help; those that one and the same move sets stand together."""
    found: dict[str, list[str]] = {}
    for one in answer.traits:
        found.setdefault(_helps_words(one, answer), []).append(one.title)
    return [("; ".join(titles), words) for words, titles in found.items()]


def stand_rows(answer: GoalsRead) -> list[tuple[str, str]]:
    """Goals with where they stand."""
    return [(f"{one.title}: {one.process_title}", _stands(one)) for one in answer.goals]


def _stands(goal: GoalRead) -> str:
    invented = " An invented example: this is nobody." if goal.invented else ""
    if goal.kind is GoalKind.POINTS and goal.points_lo is not None and goal.points_hi is not None:
        points = plain_number(goal.points_lo)
        points += "" if goal.points_lo == goal.points_hi else f" to {plain_number(goal.points_hi)}"
        return f"{points} points.{invented}"
    if goal.odds is None or goal.odds.lo is None or goal.odds.hi is None:
        return f"{goal.why_not}{invented}"
    low, high = percent(goal.odds.lo), percent(goal.odds.hi)
    if goal.odds.p is None:
        return f"Between {low} and {high} (90%).{invented}"
    return f"{told(goal.odds)} (90% {low} to {high}).{invented}"


def _helps_words(one: SharedHelp, answer: GoalsRead) -> str:
    titles = {goal.case: goal.process_title for goal in answer.goals}
    helps = " ".join(_help_words(help_, titles) for help_ in one.helps)
    return f"{one.goals} of {len(answer.goals)}. {helps}{_step_words(one)}"


def _step_words(one: SharedHelp) -> str:
    """Whether one step is the best for every goal that the trait helps."""
    if one.goals == 1:
        return ""
    if one.one_step is None:
        return " Whether one step serves them all, the packs do not say."
    if not one.one_step:
        return " The best step is another in each."
    named = one.helps[0].step.replace("_", " ")
    return f" One step is the best for all: {named}." if named else " One step is the best for all."


def _help_words(one: Help, titles: dict[str, str]) -> str:
    found = []
    if one.log_odds is not None:
        found.append(f"{one.log_odds:+.1f} log-odds")
    if one.points_lo is not None and one.points_hi is not None:
        ends = plain_number(one.points_lo)
        ends += "" if one.points_lo == one.points_hi else f" to {plain_number(one.points_hi)}"
        found.append(f"+{ends} points")
    opens = f"; opens or passes {', '.join(one.opens)}" if one.opens else ""
    return f"{titles[one.goal]}: {one.acquired} ({', '.join(found)}{opens})."
