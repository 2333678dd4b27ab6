"""Levers by points in words: the chance each move would leave, with its points and the rounds it opens."""

from dataclasses import dataclass

from twelfth.base import Said
from twelfth.tell.language import N_, _
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import COULD_BE, of_core, titled
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.entry_words import points
from twelfth.tell.say.rounds import odds_words, rounds_short
from twelfth.tell.say.rubric_words import move_words
from twelfth.tell.say.way_words import cost_words, each_words, time_words, way_words
from twelfth.usecases import MoveOdds, MovesRead, MoveTried

LEFT_OPEN = (
    N_("The chance follows from the forecast of the cut-offs and is no surer, however firm the points are."),
    N_(
        "Each is one change alone, as if made on this day and lasting; the time it takes is not counted in its chance. "
        "A road puts such changes in order, each with its days."
    ),
    N_("If many do the same, the cut-offs rise: that is not counted."),
    COULD_BE,
)


def say_moves(answer: MovesRead, *, colour: bool = False) -> str:
    """The whole answer."""
    now, paper = answer.now, Paper(colour=colour)
    paper.title(f"{now.title} · {now.process_title} · as of {now.as_of}")
    if now.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    for sentence in moves_short(answer):
        paper.para(sentence, indent=2)
    if answer.moves:
        paper.heading(f"At least one selection by {now.until}, after one change")
        paper.rows(move_rows(answer), most=34)
    paper.heading("What it leaves open")
    for sentence in LEFT_OPEN:
        paper.bullet(sentence)
    say_sources(paper, now.process, now.pack_version, now.attribution)
    return paper.text()


def moves_short(answer: MovesRead) -> list[str]:
    """The chance now, and the move that would raise it most."""
    found = rounds_short(answer.now)[:1]
    if not answer.moves:
        found.append(_("The pack lists no change that would move them."))
    first = next(iter(answer.best), None)
    if first is not None and first.odds is not None and not first.depends:
        most = _(
            "The one change of your own doing that raises it most: %(change)s, to %(chance)s.",
            change=titled(first.effect.title),
            chance=odds_words(first.odds),
        )
        found.append(most)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class BestWords:
    """One of the best changes as a row of a table; note: on whom it depends; each: what an hour and money gain."""

    title: str
    note: str
    points: str
    chance: str
    time: str
    cost: str
    each: str = ""


def best_rows(answer: MovesRead) -> list[BestWords]:
    """How it is now, the three best changes of one's own doing, then those that somebody else decides."""
    titles, now = dict(answer.titles), answer.now
    as_it_is = BestWords(
        title=_("As it is now"),
        note="",
        points=points(now.steps[0].lo, now.steps[0].hi),
        chance=_("not known") if now.odds is None else odds_words(now.odds),
        time="",
        cost="",
    )
    return [
        as_it_is,
        *(
            BestWords(
                title=titled(one.effect.title),
                note="; ".join(_depends(one)),
                points=move_words(one.effect, titles)[1],
                chance=_("not known") if one.odds is None else odds_words(one.odds),
                time=time_words(one.way),
                cost=cost_words(one.way),
                each=each_words(one.per_hour, one.per_cost, one.way, hours=10, money=100) or _("not known"),
            )
            for one in answer.best
        ),
    ]


def tried_words(tried: MoveTried) -> str:
    """What one change alone would do."""
    if tried.effect is None:
        return _("That changes nothing: you have it already, or something better.")
    then = points(tried.effect.total_lo, tried.effect.total_hi)
    if tried.odds is None:
        found = _(
            "It makes %(points)s points, and there is still no kind of round you may certainly enter.", points=then
        )
    else:
        found = _(
            "%(chance)s: at least one selection by %(day)s, at %(points)s points.",
            chance=odds_words(tried.odds),
            day=tried.until,
            points=then,
        )
    return " ".join((found, *map(_not_yet, tried.needs)))


def _not_yet(need: Said | str) -> str:
    return _("No road plans it yet: %(why)s.", why=of_core(need))


def _depends(one: MoveOdds) -> list[str]:
    """On whom a move hangs besides the person."""
    decided = [_("%(who)s decides this", who=titled(one.decided_by))] if one.decided_by else []
    return [*decided, *map(of_core, one.needs)]


def move_rows(answer: MovesRead) -> list[tuple[str, str]]:
    """(move, the chance it leaves with what it does to the points)."""
    titles = dict(answer.titles)
    return [(titled(one.effect.title), _words(one, titles)) for one in answer.moves]


def _words(one: MoveOdds, titles: dict[str, str]) -> str:
    gain, effect = move_words(one.effect, titles)[1:]
    chance = _("no kind of round certainly entered") if one.odds is None else odds_words(one.odds)
    told = "; ".join(filter(None, (f"{chance}: {gain}", effect))) + "."
    certain = _("Counted as passed or granted.") if one.way is not None and one.way.exam else ""
    each = each_words(one.per_hour, one.per_cost, one.way, hours=10, money=100)
    return " ".join(filter(None, (told, each, certain, way_words(one.way), *map(_not_yet, one.needs))))
