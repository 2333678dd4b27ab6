"""The nearest way in, in words: what is missing for it, by how much, and how far the points would then be."""

from datetime import date

from twelfth.base import Truth
from twelfth.distance import Entry, Lack, Shortfall, Standing
from twelfth.tell.language import N_, _, ngettext, plain_number
from twelfth.tell.say.ago_words import ago
from twelfth.tell.say.core_words import level, span, titled

MOST = 3
"""Lines and answers named in a sentence."""


def points(lo: float, hi: float) -> str:
    """Points, as a range where something is unknown."""
    return plain_number(lo) if lo == hi else span(plain_number(lo), plain_number(hi))


def gap_to(one: Standing) -> str:
    """How far the points are from the last cut-off."""
    low, high = one.short_lo or 0.0, one.short_hi or 0.0
    if low == high == 0:
        return _("the same, where the tie-break decides")
    if high <= 0:
        return _("%(points)s above", points=points(-high, -low))
    if low >= 0:
        return _("%(points)s short", points=points(low, high))
    return _("between %(short)s short and %(above)s above", short=plain_number(high), above=plain_number(-low))


def entry_words(entry: Entry, today: date) -> str:
    """Where no kind of round may certainly be entered: the nearest one, what is missing, and the points after that."""
    kind = titled(entry.standing.title)
    missing = _some([_lack(one, entry.standing) for one in entry.missing])
    answers = _some(_answers(entry))
    if not missing:
        told = [
            _("Which rounds you may enter is not known yet."),
            _("The nearest is %(kind)s, which waits for: %(answers)s.", kind=kind, answers=answers),
        ]
    else:
        told = [
            _("There is no kind of round you may certainly enter yet."),
            _("The nearest is %(kind)s. Missing for it: %(lines)s.", kind=kind, lines=missing),
        ]
        if answers:
            told.append(_("Not known yet: %(answers)s.", answers=answers))
    return " ".join([*told, *_then(entry.standing, today)])


def _then(one: Standing, today: date) -> list[str]:
    """How far the points of today would be from the last cut-off."""
    if one.last is None or one.last.cut_off is None or one.short_lo is None:
        return []
    told = _(
        "Against its last cut-off, %(cut)s on %(day)s (%(ago)s), your points of today would then be: %(short)s.",
        cut=plain_number(one.last.cut_off),
        day=one.last.decided,
        ago=ago(one.last.decided, today),
        short=gap_to(one),
    )
    return [told]


def _some(parts: list[str]) -> str:
    """The first ones, and how many more there are."""
    told, more = "; ".join(parts[:MOST]), len(parts) - MOST
    return told if more <= 0 else ngettext("%(told)s; and %(num)s more", "%(told)s; and %(num)s more", more, told=told)


def _answers(entry: Entry) -> list[str]:
    """What is to be answered; of a line that nobody judges, the line."""
    found = [
        title
        for one in entry.unknown
        for title in [each for shortfall in one.shortfalls for each in shortfall.open] or [one.title]
    ]
    return [titled(one).removesuffix(".") for one in dict.fromkeys(found)]


def _lack(one: Lack, standing: Standing) -> str:
    """A line that is not met, with what the person has of it."""
    line = titled(one.title).removesuffix(".")
    beside = [] if one.requirement in {each.title for each in standing.requirements} else [titled(one.requirement)]
    alone = one.choices == len(one.shortfalls) == 1
    beside += filter(None, (_own(each, alone=alone) for each in one.shortfalls))
    return f"{line} ({'; '.join(beside)})" if beside and one.met is Truth.NO else line


def _own(one: Shortfall, *, alone: bool) -> str:
    """What the person has, and by how much it is off. alone: whether the line says what of."""
    own = level(one.words)
    if one.own_lo is not None and one.own_hi is not None and one.short_lo is not None and one.short_hi is not None:
        form = N_("%(own)s, %(off)s too many") if one.over else N_("%(own)s, %(off)s short")
        have = f"{points(one.own_lo, one.own_hi)} {titled(one.unit)}".rstrip()
        own = _(form, own=have, off=points(one.short_lo, one.short_hi))
    if not own:
        return ""
    return _("you have %(own)s", own=own) if alone else f"{titled(one.title)}: {own}"
