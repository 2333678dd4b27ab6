"""The road of a case, redrawn after a fact, in words: where one stands, what keeping the road is worth, each change
with its gain, the trade-off, and the road."""

from twelfth.base import percent
from twelfth.tell.paper import Paper
from twelfth.tell.say.changes import (
    VERBS,
    gain_line,
    how_many_changes,
    limit_lines,
    moved_by,
    redrawn_chance,
    trade_row,
)
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.left_open import LEFT_OPEN
from twelfth.tell.say.named import Named
from twelfth.usecases import CaseRedrawn, DatedMile, MileStood, MoveChanged, MoveGained, RoadStep


def say_case_replan(answer: CaseRedrawn, *, colour: bool = False) -> str:
    """The whole answer."""
    paper, named = Paper(colour=colour), Named(answer.whose)
    named.title(paper, "Your road, redrawn")
    paper.heading("In short")
    for sentence in replan_short(answer):
        paper.para(sentence, indent=2)
    if answer.stood:
        paper.heading(f"Where you stand, on {answer.goes_on}")
        for one in answer.stood:
            paper.bullet(stood_words(one))
    if answer.changes:
        paper.heading("What changes, and what each change gains")
        for gain in answer.changes:
            paper.bullet(gain_words(gain, answer))
    paper.heading("The trade-off")
    paper.rows([("changes", "chance", "which"), *(_row(one) for one in answer.steps)], right=(0, 1))
    if answer.miles:
        paper.heading("The road, with what was worked already")
        paper.rows([(f"{one.begins} to {one.done}", mile_words(one, named)) for one in answer.miles], most=26)
    paper.heading("What to know")
    for sentence in know_words(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.whose.process, answer.whose.pack_version, answer.whose.attribution)
    return paper.text()


def replan_short(answer: CaseRedrawn) -> list[str]:
    """The chance of keeping the road, that with the changes, and what no road exceeds."""
    kept, by = answer.kept, answer.whose.until
    count = len(kept.changes)
    said = [f"If the road is kept: {redrawn_chance(kept.chance)} for at least one selection by {by}."]
    if count:
        said = [
            f"The road cannot be kept as it is: none was found with less than {how_many_changes(count)}. If it is kept "
            f"as far as that: {redrawn_chance(kept.chance)} for at least one selection by {by}."
        ]
    if answer.chance is None:
        said.append(f"No road with at most {how_many_changes(answer.most)} was found.")
    elif len(answer.changes) > count:
        said.append(f"With {how_many_changes(len(answer.changes))}: {redrawn_chance(answer.chance)}.")
    elif count <= answer.most:
        said.append(f"With at most {how_many_changes(answer.most)} no better road was found.")
    said.append(f"If nothing more is done: {redrawn_chance(answer.idle)}.")
    best = max(one.chance for one in (kept, *answer.steps))
    return [*said, *limit_lines(best, answer.bound, "road")]


def stood_words(mile: MileStood) -> str:
    """What became of a mile of the road before."""
    worked = f"{mile.hours:,} of {mile.needed:,} h are worked" if mile.needed > 1 else "its time is under way"
    tries = f"{mile.attempts} of three attempts" if mile.attempts > 1 else "its first attempt"
    match mile.state:
        case "held":
            return f"{mile.title}: the case holds it by now."
        case "worked through":
            said = "worked through" if mile.needed > 1 else "begun, and takes no more hours"
            return f"{mile.title}: {said}, and counts from its day on."
        case "not passed":
            return f"{mile.title}: worked through. By the road {tries} fell by now, and the case does not hold it."
        case "not counted":
            return (
                f"{mile.title}: {worked}. What it adds cannot be counted, so it is not redrawn: its place is in the "
                "hours that are left."
            )
        case "no longer":
            return f"{mile.title}: it can no longer be planned, since {mile.why}. {worked[0].upper()}{worked[1:]}."
        case _:
            return f"{mile.title}: {worked}."


def gain_words(gain: MoveGained, answer: CaseRedrawn) -> str:
    """What is changed, and what would be without it."""
    others = [_verbed(one.change) for one in answer.changes if one.change.move in gain.with_it]
    return gain_line(change_words(gain.change), gain.gain, others, "road")


def change_words(change: MoveChanged) -> str:
    """What is done otherwise than it was."""
    if change.was is None:
        return f"Add {change.title}, complete by {change.now}"
    if change.now is None:
        return f"Drop {change.title}, which was to be complete by {change.was}"
    return f"Move {change.title} from {change.was} to {change.now}, {moved_by((change.now - change.was).days // 7)}"


def _row(step: RoadStep) -> tuple[str, str, str]:
    return trade_row(step.chance, [_verbed(one) for one in step.changes], "road")


def _verbed(change: MoveChanged) -> str:
    return f"{VERBS[change.kind]} {change.title}"


def mile_words(mile: DatedMile, named: Named) -> str:
    """A mile with what it takes."""
    exam = f"each attempt succeeds with {percent(mile.passes)}" if mile.passes < 1 else ""
    took = (f"{mile.hours:,} h" if mile.hours else "", named.money(mile.cost) if mile.cost else "", exam)
    return ": ".join(filter(None, (mile.title, ", ".join(filter(None, took))))) + "."


def know_words(answer: CaseRedrawn) -> list[str]:
    """What it was drawn for, how it is counted, and what it leaves open."""
    named, whose = Named(answer.whose), answer.whose
    hours = f"{whose.hours_per_week} hours a week from {answer.goes_on} on"
    before = f", {answer.hours_before} before" if answer.hours_before != whose.hours_per_week else ""
    money = "" if whose.budget is None else f", and {named.money(whose.budget)} in all since the road began"
    paid = f", of which {named.money(answer.paid)} is gone for what is no longer in it" if answer.paid else ""
    cut = ["Cut short by the time limit: more time may find a better road."] if answer.cut else []
    return [
        f"Drawn for {hours}{before}{money}{paid}.",
        f"What the road had before {answer.goes_on} counts as worked; what the case holds by {whose.as_of}, as held.",
        f"A move complete at most {answer.settled_weeks} weeks earlier or later counts as not changed.",
        f"Slices of work: {answer.slices}, seed {answer.seed}; the same give the same road.",
        *cut,
        *answer.warnings,
        *LEFT_OPEN[whose.evidence],
    ]
