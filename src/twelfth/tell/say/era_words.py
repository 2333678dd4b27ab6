"""Both eras of a trait in which those selected lately differ from those selected earlier, in words."""

from collections.abc import Iterable

from twelfth.distance import Drift, Era
from twelfth.tell.language import N_, _, plain_number
from twelfth.tell.say.core_words import level, percent, span, titled, within

ERAS = N_("Those selected lately beside those selected earlier")
WHY_ERAS = N_(
    "These differ by more than chance. The process may have changed, and then the later ones say more about the next "
    "round."
)


def era_rows(drifts: Iterable[Drift]) -> list[tuple[str, str]]:
    """(trait and level, both eras)."""
    return [
        (
            f"{titled(one.title)}: {level(one.level)}" if one.level else titled(one.title),
            f"{_era(one, one.earlier)}; {_era(one, one.later)}.",
        )
        for one in drifts
    ]


def _era(drift: Drift, era: Era) -> str:
    """When, how many, and the share or middle value with its interval."""
    first, last = str(era.first.year), str(era.last.year)
    when = first if first == last else span(first, last)
    value = era.value
    if era.count is None:
        middle = f"{plain_number(value.mid)} {titled(drift.unit)}".rstrip()
        ends = within(plain_number(value.lo), plain_number(value.hi))
        return _(
            "%(when)s: middle %(middle)s (%(interval)s; n = %(n)s)", when=when, middle=middle, interval=ends, n=era.n
        )
    share = "" if era.count in (0, era.n) else f"{percent(value.mid)}; "
    counts = _("%(count)s of %(total)s", count=era.count, total=era.n)
    return f"{when}: {counts} ({share}{within(percent(value.lo), percent(value.hi))})"
