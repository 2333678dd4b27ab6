"""Levers by points in words: the chance each move would leave, with its points and the rounds it opens."""

from twelfth.tell.language import N_, _
from twelfth.tell.paper import Paper
from twelfth.tell.say.distance import say_sources
from twelfth.tell.say.rounds import odds_words, rounds_short
from twelfth.tell.say.rubric_words import move_words
from twelfth.tell.say.way_words import hourly_words, way_words
from twelfth.usecases import MoveOdds, MovesRead

LEFT_OPEN = (
    N_("The chance follows from the forecast of the cut-offs and is no surer, however firm the points are."),
    N_(
        "Each is one change alone, as if made on this day and lasting; the time it takes is not counted in its chance. "
        "A road with its days is drawn by: twelfth plan CASE"
    ),
    N_("If many do the same, the cut-offs rise: that is not counted."),
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
    first = next((one for one in answer.moves if one.gain is not None and one.gain > 0), None)
    if first is not None and first.odds is not None:
        most = _(
            "The one change listed that raises it most: %(change)s, to %(chance)s.",
            change=_(first.effect.title),
            chance=odds_words(first.odds),
        )
        found.append(most)
    return found


def move_rows(answer: MovesRead) -> list[tuple[str, str]]:
    """(move, the chance it leaves with what it does to the points)."""
    titles = {one.standing.kind: one.standing.title for one in answer.now.kinds}
    return [(_(one.effect.title), _words(one, titles)) for one in answer.moves]


def _words(one: MoveOdds, titles: dict[str, str]) -> str:
    gain, effect = move_words(one.effect, titles)[1:]
    chance = _("no kind of round certainly entered") if one.odds is None else odds_words(one.odds)
    told = "; ".join(filter(None, (f"{chance}: {gain}", effect))) + "."
    certain = _("Counted as passed or granted.") if one.way is not None and one.way.exam else ""
    return " ".join(filter(None, (told, hourly_words(one.per_hour, 10), certain, way_words(one.way))))
