"""Odds by points in words: the chance by a day, each kind of round, and why rounds are not independent."""

from twelfth.base import Truth, percent, plain_number
from twelfth.distance import Caveat, Odds, told
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.odds import CAVEATS
from twelfth.tell.say.rubric_words import points, standing_words
from twelfth.usecases import ByDay, KindOdds, RoundsForecast

OF_ROUNDS = {
    Caveat.FEW_ROUNDS: "Fewer than four rounds are known of {kinds}: the spread is that of the other kinds.",
    Caveat.POLICY_BREAK: "A change of the rules lies between the last round and those to come, or the last rounds of "
    "{kinds} were far from those before: the level there is new and less certain.",
}


def say_rounds(answer: RoundsForecast, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · as of {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    for sentence in rounds_short(answer):
        paper.para(sentence, indent=2)
    if len(answer.steps) > 1:
        paper.heading("Your points as time passes, all else as it is")
        paper.rows(step_rows(answer), right=(1,))
    if len(answer.on_the_way) > 1:
        paper.heading("The chance of at least one selection, by day")
        paper.rows(way_rows(answer))
    for heading, rows in kind_tables(answer):
        paper.heading(heading)
        paper.rows(rows, most=24)
    if answer.independent is not None:
        paper.heading("Why the chances of rounds are not multiplied")
        paper.para(independence_words(answer), indent=2)
    paper.heading("What it leaves open")
    for sentence in rounds_caveats(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def say_rounds_briefly(answer: RoundsForecast, *, colour: bool = False) -> str:
    """The headline, why chances are not multiplied and what is open; where to see the rest."""
    paper = Paper(colour=colour)
    paper.heading(f"The odds from here, by {answer.until}")
    for sentence in rounds_short(answer):
        paper.para(sentence, indent=2)
    if answer.independent is not None:
        paper.para(independence_words(answer), indent=2)
    for sentence in rounds_caveats(answer):
        paper.bullet(sentence)
    paper.para(f"Every kind of round: twelfth odds {answer.case} --as-of {answer.as_of}", indent=2)
    return paper.text()


def rounds_short(answer: RoundsForecast) -> list[str]:
    """The headline, the points it stands for, and the nearest wall."""
    mine = points(answer.steps[0].lo, answer.steps[0].hi)
    found = [_headline(answer, f"{mine} {answer.score.unit}")]
    entered = [one for one in answer.kinds if one.standing.eligible is Truth.YES]
    if entered:
        first = max(entered, key=lambda one: (one.by.hi or 0.0, one.standing.kind))
        cut = plain_number(round(first.forecast.mean, first.forecast.decimals))
        found.append(
            f"The next cut-off of {first.standing.title} is forecast at {cut} (90% {_span(first)}); with your points "
            f"that round has {odds_words(first.next)}."
        )
    return found


def step_rows(answer: RoundsForecast) -> list[tuple[str, str, str]]:
    """(from when, points, what changes) of the score as time passes."""
    titles = {one.standing.kind: one.standing.title for one in answer.kinds if one.standing.eligible is Truth.YES}
    rows: list[tuple[str, str, str]] = []
    before: float | None = None
    lost: tuple[str, ...] = ()
    for one in answer.steps:
        change = "" if before is None or one.lo != one.hi else f"{one.lo - before:+.0f}"
        closed = [titles[kind] for kind in one.lost if kind in titles and kind not in lost]
        closes = f"no longer certain of entering: {', '.join(closed)}" if closed else ""
        rows.append((f"from {one.day}", points(one.lo, one.hi), "; ".join(filter(None, (change, closes)))))
        before, lost = one.lo, one.lost
    return rows


def way_rows(answer: RoundsForecast) -> list[tuple[str, str]]:
    """(by when, chance)."""
    return [(f"by {one.day}", _between(one)) for one in answer.on_the_way]


def kind_tables(answer: RoundsForecast) -> list[tuple[str, list[tuple[str, str]]]]:
    """Kinds of round by whether the person may enter them, each with its rows; tables without rows are left out."""
    headings = {
        Truth.YES: "Rounds you may enter",
        Truth.UNKNOWN: "Rounds for which your eligibility is not known: the chance if you may enter",
        Truth.NO: "Rounds you may not enter today: the chance if you could, with the points you have",
    }
    tables = [
        (heading, [(one.standing.title, kind_words(one)) for one in answer.kinds if one.standing.eligible is truth])
        for truth, heading in headings.items()
    ]
    return [(heading, rows) for heading, rows in tables if rows]


def kind_words(one: KindOdds) -> str:
    """One kind of round: its last and its next cut-off, the chance there and by the last day."""
    words = standing_words(one.standing)
    reason = {Truth.YES: "", Truth.UNKNOWN: " Not judged: {}.", Truth.NO: " Not met: {}."}[one.standing.eligible]
    cut = plain_number(round(one.forecast.mean, one.forecast.decimals))
    rounds = plain_number(round(one.expected, 1 if one.expected < 10 else 0))
    return (
        f"Last {words.cut}; next about {cut} (90% {_span(one)}): {odds_words(one.next)}. About {rounds} "
        f"{'round' if rounds == '1' else 'rounds'} until then, at least one of them: {odds_words(one.by)}."
        f"{reason.format(words.reason)}"
    )


def independence_words(answer: RoundsForecast) -> str:
    """Why 1 - (1 - p)^n is not the answer, with what it would have said."""
    naive = percent(answer.independent or 0.0, digits=2)
    return (
        "Rounds of one kind share a level. When one passes you by, the next ones mostly do too; and in many rounds the "
        f"level itself wanders further than in one. Taken for unrelated, rounds as likely as the next one would give "
        f"{naive}."
    )


def rounds_caveats(answer: RoundsForecast) -> list[str]:
    """What the forecast leaves open, in sentences."""
    found = [
        "Which rounds will be held, and for how many, is not announced ahead: their pace is read off the past.",
        "Which rounds you may enter is judged on this day; your points are those of today, moved only by time.",
    ]
    if answer.ends_early is not None:
        found.insert(
            0,
            f"It ends on {answer.until}: other rules hold after that. {answer.ends_early.title} "
            f"({answer.ends_early.effective}).",
        )
    found += [
        f"{change.title} ({change.status}{f', {change.effective}' if change.effective else ''}): not counted."
        for change in answer.rule_changes
        if change != answer.ends_early
    ]
    for caveat, sentence in OF_ROUNDS.items():
        titles = [one.standing.title for one in answer.kinds if caveat in one.by.caveats]
        if titles:
            found.append(sentence.format(kinds=", ".join(titles)))
    return found + [CAVEATS[one] for one in (answer.odds.caveats if answer.odds else ()) if one not in OF_ROUNDS]


def _headline(answer: RoundsForecast, mine: str) -> str:
    if answer.odds is None:
        return f"{mine}. There is no kind of round you may certainly enter, so there is no chance to tell of all."
    return f"{odds_words(answer.odds)}: at least one selection by {answer.until} in a round you may enter, at {mine}."


def odds_words(odds: Odds) -> str:
    if odds.lo is None or odds.hi is None:
        return "not known"
    low, high = percent(odds.lo), percent(odds.hi)
    return f"between {low} and {high}" if odds.p is None else f"{told(odds)} (90% {low} to {high})"


def _between(one: ByDay) -> str:
    return percent(one.lo) if one.lo == one.hi else f"{percent(one.lo)} to {percent(one.hi)}"


def _span(one: KindOdds) -> str:
    low, high = (plain_number(round(end, one.forecast.decimals)) for end in (one.forecast.lo, one.forecast.hi))
    return f"{low} to {high}"
