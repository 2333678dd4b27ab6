"""Figures, levels and fixed sentences as the core says them, in the language in force.

The core knows no language. A fixed sentence of it is found in the catalogue as it stands; one with values inside is a
`Said`, with its form and its values apart. Levels and figures are told by their form.
"""

import re
import unicodedata
from datetime import date

from twelfth import base, distance
from twelfth.base import Said, filled
from twelfth.distance import Odds
from twelfth.goal import closing_of
from twelfth.tell.language import N_, _, day_of, figure, is_own

SENTENCES = (
    N_("a day, which counts through derived values only"),
    N_("it changes no points"),
    N_("it closes no gap that is known"),
    N_("it closes nothing further, or finds no place"),
    N_("left out, as you wish"),
    N_("it would not raise the chance further, or finds no place"),
    N_("its hours are not known"),
    N_("no rule sourced for this date"),
    N_("nothing is stated of it in the pool"),
    N_("only its presence is ever recorded"),
    N_("protected"),
    N_("the same for everybody"),
    N_("unknown of everybody"),
    N_("unknown of everybody selected"),
    N_("what comes before it cannot be planned"),
    N_("A requirement was not met."),
    N_("It is not known of any round how many applied and how many were selected."),
    N_("There is no round ahead, so nothing can be gained."),
    N_("A round in week 0 is over before any work: it counts with what there is today."),
    N_("There is no hour before the last round, so nothing can be done."),
    N_("No goal has been begun yet."),
    N_("Look at both versions and write again."),
    N_("What was audited, forecast or added to an audit stays as it was made."),
    N_("Write an addendum instead."),
    N_("Take another backup."),
    N_("Take one from the folder of backups."),
    N_("The goal is erased, but another window is reading, so traces of it may be left in the log."),
    N_("Close every Twelfth; the log goes with the last one."),
    N_("Another window keeps the database busy. Nothing was changed."),
    N_("Close it and try again."),
    N_("There is nothing to export: no goal is kept."),
)
"""Sentences of the core without a value inside: here for the catalogue, told where they are shown."""
COULD_BE = N_("Where a figure “could be” from one to another, these are the ends of a 90% interval.")
"""Said wherever `could_be` stands."""
STATUSES = (N_("proposed"), N_("announced"), N_("in force"), N_("withdrawn"))
CERTAINTIES = (N_("stated"), N_("approximate"), N_("inferred"), N_("conflicting"))
BASES = (N_("published"), N_("survey"), N_("expert"), N_("guess"))
"""What a change of the rules, a fact and a figure of the pool are said to be."""
POINTS = N_("points")
UNKNOWN = N_("unknown")
POSSIBLY = "possibly "
FIGURE = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?"
"""A number as the core tells it."""
NO_LETTER = re.compile(r"[^a-z0-9]+")
RANGE = re.compile(rf"(?P<low>{FIGURE}) to (?P<high>{FIGURE})(?: (?P<unit>.+))?")
NUMBER = re.compile(rf"(?P<number>{FIGURE})(?: (?P<unit>.+))?")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def percent(p: float, *, digits: int = 1) -> str:
    """A share or a chance, as `twelfth.base` rounds it."""
    return _figure(base.percent(p, digits=digits))


def told(odds: Odds) -> str:
    """The headline of odds, as `twelfth.distance` rounds it."""
    return _figure(distance.told(odds))


def share(count: int, total: int) -> str:
    """So many of so many, with the percentage where `twelfth.base` allows one."""
    counts, has_share, rest = base.share(count, total).partition(" (")
    some, _of, many = counts.partition(" of ")
    told = _("%(count)s of %(total)s", count=figure(some), total=figure(many))
    return f"{told} ({figure(rest.removesuffix(')'))})" if has_share else told


def span(low: str, high: str) -> str:
    """From one figure to another."""
    return _("%(low)s to %(high)s", low=low, high=high)


def within(low: str, high: str) -> str:
    """A 90 % interval."""
    return _("90%% %(low)s to %(high)s", low=low, high=high)


def could_be(low: str, high: str) -> str:
    """The ends of the 90 % interval of a chance or of a figure ahead, as they stand beside it."""
    return _("could be %(low)s to %(high)s", low=low, high=high)


def chance_within(chance: float, ends: tuple[float, float], *, digits: int = 1) -> str:
    """A chance with the ends of its interval beside it."""
    return f"{percent(chance, digits=digits)} ({could_be(*map(percent, ends))})"


def figures_apart(chance: float, other: float) -> int:
    """To how many figures two chances are told beside each other: to one more where they are two and would read as
    one. What lies between them is of one and the same forecast, so that it is known better than either."""
    return 2 if chance != other and percent(chance) == percent(other) else 1


def read_alike(chance: float, other: float) -> bool:
    """Whether two chances read as one even so."""
    digits = figures_apart(chance, other)
    return percent(chance, digits=digits) == percent(other, digits=digits)


def listed(parts: list[str]) -> str:
    """Some things, the last joined by "and"."""
    *others, last = parts
    return _("%(some)s and %(last)s", some=", ".join(others), last=last) if others else last


def days_of(begins: object, ends: object) -> str:
    """From one day to another."""
    return _("%(first)s to %(last)s", first=begins, last=ends)


def titled(text: str) -> str:
    """A title or a unit: of the pack by the catalogue, of the person as it is; of a level of a trait ("Publications:
    3.5") part by part."""
    if (when := closing_of(text)) is not None:
        return _("Round that closes: %(when)s", when=when)
    if is_own(text) or ((known := _(text)) == text and ": " not in text):
        return text
    if known != text:
        return known
    ends = (found.start() for found in re.finditer(": ", text))
    for title, words in ((text[:end], text[end + 2 :]) for end in ends):
        if is_own(title) or _(title) != title:
            return f"{titled(title)}: {level(words)}"
    return text


def name_alone(round_id: str, name: str) -> str:
    """The name of a round that is enough to know it by: the person's own word for it, or one that its id was made of;
    "" where the id tells more.

    >>> name_alone("round-2024-call", "2024 call"), name_alone("1996", "Group 16")
    ('2024 call', '')
    """
    own = is_own(name) or closing_of(name) is not None
    return titled(name) if own or (name and _letters(round_id).startswith(_letters(name))) else ""


def _letters(name: str) -> str:
    """Letters and digits alone, without accents and without the word that an id begins with."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return NO_LETTER.sub("", plain).removeprefix("round") or name


def level(words: str) -> str:
    """A level of a trait as the core words it: its title in the pack, a number with its unit, "possibly ..."."""
    if is_own(words):
        return words
    if (known := _(words)) != words:
        return known
    if words.startswith(POSSIBLY):
        return _("possibly %(levels)s", levels=_either(words.removeprefix(POSSIBLY)))
    if found := RANGE.fullmatch(words):
        low, high, unit = found.group("low", "high", "unit")
        return f"{span(figure(low), figure(high))} {titled(unit or '')}".rstrip()
    if found := NUMBER.fullmatch(words):
        number, unit = found.group("number", "unit")
        return f"{figure(number)} {titled(unit or '')}".rstrip()
    return _day(words)


def level_that_day(words: str) -> str:
    """A level on a day gone by. What was perhaps so that day is not known of it."""
    if words.startswith(POSSIBLY):
        levels = _either(words.removeprefix(POSSIBLY))
        return _("%(levels)s, not known whether it was so that day", levels=levels)
    return level(words)


def of_core(words: str) -> str:
    """A sentence of the core: its form and its values where it has them, else as it stands in the catalogue. A value
    that is a number or a day is written as such."""
    if not isinstance(words, Said):
        return titled(words)
    return filled(_(words.form), {name: _value(value) for name, value in words.values.items()})


def _day(words: str) -> str:
    try:
        return day_of(date.fromisoformat(words)) if DAY.fullmatch(words) else words
    except ValueError:
        return words


def _value(value: str) -> str:
    return of_core(value) if isinstance(value, Said) or titled(value) != value else level(value)


def _figure(text: str) -> str:
    for word, form in (("under ", N_("under %(figure)s")), ("over ", N_("over %(figure)s"))):
        if text.startswith(word):
            return _(form, figure=figure(text.removeprefix(word)))
    return _("not known") if text == "not known" else figure(text)


def _either(words: str) -> str:
    """Several levels. A level may have an "or" of its own, so what the catalogue knows goes first."""
    parts = words.split(" or ")
    for place in range(len(parts), 0, -1):
        first, rest = " or ".join(parts[:place]), " or ".join(parts[place:])
        if place == 1 or level(first) != first:
            return _("%(one)s or %(other)s", one=level(first), other=_either(rest)) if rest else level(first)
    return words
