"""Both eras of a trait in which those selected lately differ from those selected earlier, in words."""

from collections.abc import Iterable

from twelfth.base import percent, plain_number
from twelfth.distance import Drift, Era

ERAS = "Those selected lately beside those selected earlier"
WHY_ERAS = (
    "These differ by more than chance. The process may have changed, and then the later ones say more about the next "
    "round."
)


def era_rows(drifts: Iterable[Drift]) -> list[tuple[str, str]]:
    """(trait and level, both eras)."""
    return [
        (f"{one.title}: {one.level}" if one.level else one.title, f"{_era(one, one.earlier)}; {_era(one, one.later)}.")
        for one in drifts
    ]


def _era(drift: Drift, era: Era) -> str:
    """When, how many, and the share or middle value with its interval."""
    first, last = str(era.first.year), str(era.last.year)
    when = first if first == last else f"{first} to {last}"
    value = era.value
    if era.count is None:
        unit = f" {drift.unit}" if drift.unit else ""
        low, high = plain_number(value.lo), plain_number(value.hi)
        return f"{when}: middle {plain_number(value.mid)}{unit} (90% {low} to {high}; n = {era.n})"
    share = "" if era.count in (0, era.n) else f"{percent(value.mid)}; "
    return f"{when}: {era.count} of {era.n} ({share}90% {percent(value.lo)} to {percent(value.hi)})"
