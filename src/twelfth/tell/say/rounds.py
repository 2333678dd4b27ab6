"""Odds by points in words: the chance by a day, each kind of round, and why rounds are not independent."""

from datetime import date

from twelfth.base import Truth
from twelfth.distance import Caveat, Odds
from twelfth.tell.language import N_, _, day_of, ngettext, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import COULD_BE, could_be, percent, span, titled, told
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.entry_words import points
from twelfth.tell.say.odds import CAVEATS
from twelfth.tell.say.rubric_words import standing_words
from twelfth.usecases import ByDay, KindOdds, RoundsForecast

OF_ROUNDS = {
    Caveat.FEW_ROUNDS: N_("Fewer than four rounds are known of %(kinds)s: the spread is that of the other kinds."),
    Caveat.POLICY_BREAK: N_(
        "A change of the rules lies between the last round and those to come, or the last rounds of %(kinds)s were far "
        "from those before: the level there is new and less certain."
    ),
}
NOTHING_TOLD = 0.01
"""An interval that leaves out no more than this at either end says nothing."""


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
        if note := way_note(answer):
            paper.para(note, indent=2)
    for heading, rows in kind_tables(answer):
        paper.heading(heading)
        paper.rows(rows, most=24)
    if answer.independent is not None:
        paper.heading("Why the chances of rounds are not multiplied")
        paper.para(independence_words(answer), indent=2)
    paper.heading("What this rests on")
    for sentence in rounds_basis(answer):
        paper.bullet(sentence)
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
    """The headline with the points it stands for, and the kind of round most of it comes from, or the next wall where
    there is one kind alone."""
    mine = points(answer.steps[0].lo, answer.steps[0].hi)
    found = [_headline(answer, f"{mine} {titled(answer.score.unit)}")]
    entered = [one for one in answer.kinds if one.standing.eligible is Truth.YES]
    if not entered:
        return found
    first = max(entered, key=lambda one: (one.by.hi or 0.0, one.standing.kind))
    if len(entered) > 1:
        return [*found, _("Most of it comes from this kind of round: %(kind)s.", kind=titled(first.standing.title))]
    nearest = _(
        "The next cut-off of %(kind)s is forecast at %(cut)s (%(interval)s); with your points that round has "
        "%(chance)s.",
        kind=titled(first.standing.title),
        cut=plain_number(round(first.forecast.mean, first.forecast.decimals)),
        interval=_within(first),
        chance=odds_words(first.next),
    )
    return [*found, nearest]


def step_rows(answer: RoundsForecast) -> list[tuple[str, str, str]]:
    """(from when, points, what changes) of the score as time passes."""
    open_now = [one.standing for one in answer.kinds if one.standing.eligible is Truth.YES]
    titles = {one.kind: titled(one.title) for one in open_now}
    rows: list[tuple[str, str, str]] = []
    before: float | None = None
    lost: tuple[str, ...] = ()
    for one in answer.steps:
        change = "" if before is None or one.lo != one.hi else f"{one.lo - before:+.0f}"
        closed = [titles[kind] for kind in one.lost if kind in titles and kind not in lost]
        closes = _("no longer certain of entering: %(kinds)s", kinds=", ".join(closed)) if closed else ""
        rows.append((_("from %(day)s", day=one.day), points(one.lo, one.hi), "; ".join(filter(None, (change, closes)))))
        before, lost = one.lo, one.lost
    return rows


def way_rows(answer: RoundsForecast) -> list[tuple[str, str]]:
    """(by when, chance)."""
    return [(_("by %(day)s", day=one.day), _between(one)) for one in answer.on_the_way]


def way_note(answer: RoundsForecast) -> str:
    """What its figures leave out that the headline holds, where the points are not known to the last one; else ""."""
    if answer.odds is None or answer.odds.p is not None:
        return ""
    return _(
        "Each is the middle of the forecast, from your fewest points to your most. With what the forecast itself "
        "leaves open, by %(day)s it is as above: %(chance)s.",
        day=answer.until,
        chance=odds_words(answer.odds),
    )


def kind_tables(answer: RoundsForecast) -> list[tuple[str, list[tuple[str, str]]]]:
    """Kinds of round by whether the person may enter them, each with its rows; tables without rows are left out."""
    headings = {
        Truth.YES: _("Rounds you may enter"),
        Truth.UNKNOWN: _("Rounds for which your eligibility is not known: the chance if you may enter"),
        Truth.NO: _("Rounds you may not enter today: the chance if you could, with the points you have"),
    }
    tables = [
        (
            heading,
            [
                (titled(one.standing.title), kind_words(one, answer.until))
                for one in answer.kinds
                if one.standing.eligible is truth
            ],
        )
        for truth, heading in headings.items()
    ]
    return [(heading, rows) for heading, rows in tables if rows]


def kind_words(one: KindOdds, until: date) -> str:
    """One kind of round: its last and its next cut-off, the chance there and by the last day."""
    words = standing_words(one.standing)
    cut = plain_number(round(one.forecast.mean, one.forecast.decimals))
    rounds = plain_number(round(one.expected, 1 if one.expected < 10 else 0))
    found = [
        _(
            "Last %(last)s; next about %(cut)s (%(interval)s): %(chance)s.",
            last=words.cut,
            cut=cut,
            interval=_within(one),
            chance=odds_words(one.next),
        ),
        ngettext(
            "About %(num)s round until %(day)s, at least one of them: %(chance)s.",
            "About %(num)s rounds until %(day)s, at least one of them: %(chance)s.",
            1 if rounds == "1" else 2,
            num=rounds,
            day=until,
            chance=odds_words(one.by),
        ),
    ]
    if one.standing.eligible is not Truth.YES:
        reason = N_("Not met: %(lines)s.") if one.standing.eligible is Truth.NO else N_("Not judged: %(lines)s.")
        found.append(_(reason, lines=words.reason))
    return " ".join(found)


def rounds_basis(answer: RoundsForecast) -> list[str]:
    """What the odds rest on: how many cut-offs of how many kinds, since when; those of each kind one may enter; and the
    rules the points are by."""
    rests, found = answer.rests_on, []
    if rests:
        kinds = ngettext("%(num)s kind of round", "%(num)s kinds of round", len(rests))
        ends = {"first": min(one.first for one in rests), "last": max(one.last for one in rests)}
        found.append(_cut_offs(sum(one.n for one in rests), kinds, **ends))
    titles = {
        one.standing.kind: titled(one.standing.title) for one in answer.kinds if one.standing.eligible is Truth.YES
    }
    if len(rests) > 1:
        found += [
            _cut_offs(one.n, titles[one.kind], first=one.first, last=one.last) for one in rests if one.kind in titles
        ]
    if answer.score.since is not None:
        mine = points(answer.score.total.lo, answer.score.total.hi)
        found.append(
            _("Your points, %(points)s, by the rules in force since %(day)s.", points=mine, day=answer.score.since)
        )
    return found


def _cut_offs(count: int, kinds: str, *, first: date, last: date) -> str:
    return ngettext(
        "%(num)s published cut-off of %(kinds)s, from %(first)s to %(last)s.",
        "%(num)s published cut-offs of %(kinds)s, from %(first)s to %(last)s.",
        count,
        kinds=kinds,
        first=first,
        last=last,
    )


def independence_words(answer: RoundsForecast) -> str:
    """Why 1 - (1 - p)^n is not the answer, with what it would have said."""
    naive = percent(answer.independent or 0.0, digits=2)
    return _(
        "Rounds of one kind share a level. When one passes you by, the next ones mostly do too; and in many rounds the "
        "level itself wanders further than in one. Taken for unrelated, rounds as likely as the next one would give "
        "%(chance)s.",
        chance=naive,
    )


def rounds_caveats(answer: RoundsForecast) -> list[str]:
    """What the forecast leaves open, in sentences."""
    found = [
        _("Which rounds will be held, and for how many, is not announced ahead: their pace is read off the past."),
        _("Which rounds you may enter is judged on this day; your points are those of today, moved only by time."),
    ]
    if answer.ends_early is not None:
        ends = _(
            "It ends on %(day)s: other rules hold after that. %(change)s (%(effective)s).",
            day=answer.until,
            change=titled(answer.ends_early.title),
            effective=answer.ends_early.effective,
        )
        found.insert(0, ends)
    found += [
        _(
            "%(change)s (%(status)s): not counted.",
            change=titled(change.title),
            status=", ".join([_(str(change.status)), *([day_of(change.effective)] if change.effective else [])]),
        )
        for change in answer.rule_changes
        if change != answer.ends_early
    ]
    for caveat, sentence in OF_ROUNDS.items():
        titles = [titled(one.standing.title) for one in answer.kinds if caveat in one.by.caveats]
        if titles:
            found.append(_(sentence, kinds=", ".join(titles)))
    found.append(_(COULD_BE))
    return found + [_(CAVEATS[one]) for one in (answer.odds.caveats if answer.odds else ()) if one not in OF_ROUNDS]


def _headline(answer: RoundsForecast, mine: str) -> str:
    if answer.odds is None:
        return _("Of no kind of round is it certain that you may enter it, so there is no chance to tell.")
    return _(
        "%(chance)s: at least one selection by %(day)s in a round you may enter, at %(points)s.",
        chance=odds_words(answer.odds),
        day=answer.until,
        points=mine,
    )


def says_something(odds: Odds) -> bool:
    """Whether there is a headline, or an interval that leaves anything out."""
    if odds.lo is None or odds.hi is None:
        return False
    return odds.p is not None or odds.lo >= NOTHING_TOLD or odds.hi <= 1 - NOTHING_TOLD


def odds_words(odds: Odds) -> str:
    if odds.lo is None or odds.hi is None or not says_something(odds):
        return _("not known")
    low, high = percent(odds.lo), percent(odds.hi)
    if odds.p is None:
        return _("between %(least)s and %(most)s", least=low, most=high)
    return told(odds) if low == high == told(odds) else f"{told(odds)} ({could_be(low, high)})"


def _between(one: ByDay) -> str:
    return percent(one.lo) if one.lo == one.hi else span(percent(one.lo), percent(one.hi))


def _within(one: KindOdds) -> str:
    low, high = (plain_number(round(end, one.forecast.decimals)) for end in (one.forecast.lo, one.forecast.hi))
    return could_be(low, high)
