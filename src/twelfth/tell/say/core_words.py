"""Figures, levels and fixed sentences as the core says them, in the language in force.

The core knows no language. A fixed sentence of it is found in the catalogue as it stands; one with values inside is a
`Said`, with its form and its values apart. Levels and figures are told by their form.
"""

import re

from twelfth import base, distance
from twelfth.base import Said, filled
from twelfth.distance import Odds
from twelfth.tell.language import N_, _

SENTENCES = (
    N_("a day, which counts through derived values only"),
    N_("it changes no points"),
    N_("it closes no gap that is known"),
    N_("it closes nothing further, or finds no place"),
    N_("it is to be avoided"),
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
    N_("Nothing was stated of those who applied."),
    N_("There is no round ahead, so nothing can be gained."),
    N_("A round in week 0 is over before any work: it counts with what there is today."),
    N_("There is no hour before the last round, so nothing can be done."),
)
"""Sentences of the core without a value inside: here for the catalogue, told where they are shown."""
STATUSES = (N_("proposed"), N_("announced"), N_("in force"), N_("withdrawn"))
CERTAINTIES = (N_("stated"), N_("approximate"), N_("inferred"), N_("conflicting"))
BASES = (N_("published"), N_("survey"), N_("expert"), N_("guess"))
"""What a change of the rules, a fact and a figure of the pool are said to be."""
POINTS = N_("points")
UNKNOWN = N_("unknown")
POSSIBLY = "possibly "
RANGE = re.compile(r"(?P<low>[\d.,]+) to (?P<high>[\d.,]+)(?: (?P<unit>.+))?")
NUMBER = re.compile(r"(?P<number>[\d.,]+) (?P<unit>.+)")


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
    return _("%(count)s of %(total)s", count=some, total=many) + has_share + rest


def span(low: str, high: str) -> str:
    """From one figure to another."""
    return _("%(low)s to %(high)s", low=low, high=high)


def within(low: str, high: str) -> str:
    """A 90 % interval."""
    return _("90%% %(low)s to %(high)s", low=low, high=high)


def listed(parts: list[str]) -> str:
    """Some things, the last joined by "and"."""
    *others, last = parts
    return _("%(some)s and %(last)s", some=listed(others), last=last) if others else last


def days_of(begins: object, ends: object) -> str:
    """From one day to another."""
    return _("%(first)s to %(last)s", first=begins, last=ends)


def level(words: str) -> str:
    """A level of a trait as the core words it: its title in the pack, a number with its unit, "possibly ..."."""
    if (known := _(words)) != words:
        return known
    if words.startswith(POSSIBLY):
        return _("possibly %(levels)s", levels=_either(words.removeprefix(POSSIBLY)))
    if found := RANGE.fullmatch(words):
        low, high, unit = found.group("low", "high", "unit")
        return f"{span(low, high)} {_(unit or '')}".rstrip()
    if found := NUMBER.fullmatch(words):
        number, unit = found.group("number", "unit")
        return f"{number} {_(unit)}"
    return words


def level_that_day(words: str) -> str:
    """A level on a day gone by. What was perhaps so that day is not known of it."""
    if words.startswith(POSSIBLY):
        levels = _either(words.removeprefix(POSSIBLY))
        return _("%(levels)s, not known whether it was so that day", levels=levels)
    return level(words)


def of_core(words: str) -> str:
    """A sentence of the core: its form and its values where it has them, else as it stands in the catalogue."""
    if not isinstance(words, Said):
        return _(words)
    return filled(_(words.form), {name: of_core(value) for name, value in words.values.items()})


def _figure(text: str) -> str:
    for word, form in (("under ", N_("under %(figure)s")), ("over ", N_("over %(figure)s"))):
        if text.startswith(word):
            return _(form, figure=text.removeprefix(word))
    return _("not known") if text == "not known" else text


def _either(words: str) -> str:
    """Several levels. A level may have an "or" of its own, so what the catalogue knows goes first."""
    parts = words.split(" or ")
    for place in range(len(parts), 0, -1):
        first, rest = " or ".join(parts[:place]), " or ".join(parts[place:])
        if place == 1 or level(first) != first:
            return _("%(one)s or %(other)s", one=level(first), other=_either(rest)) if rest else level(first)
    return words
