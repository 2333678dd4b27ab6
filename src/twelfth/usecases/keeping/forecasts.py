"""A forecast as it is kept: made when an attempt is sent, and never again.

What it rested on is text, as data: a sentence of the core stays one, and is told in whatever language asks for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from twelfth.base import InvalidInput, Said
from twelfth.distance import Odds
from twelfth.goal import Foretold
from twelfth.usecases.keeping.exact import plain_from, read_as, text_of, told_as
from twelfth.usecases.keeping.kept import ForecastKept, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class _RestedOn:
    basis: Said | str
    why: Said | str
    as_of: date
    pack_version: str


def kept_forecast(one: Foretold) -> ForecastKept:
    """A forecast to keep."""
    rested = _RestedOn(basis=one.basis, why=one.why, as_of=one.as_of, pack_version=one.pack_version)
    text = text_of(told_as(rested, _RestedOn, where="forecast"))
    return ForecastKept(made=one.made, round=one.round, p=one.p, lo=one.lo, hi=one.hi, basis=text)


def foretold_of(rows: Iterable[Row[ForecastKept]]) -> tuple[Foretold, ...]:
    """The forecasts that were kept when an attempt was sent, the first of each round.

    Left out is what was kept beside an audit, which was made afterwards and told to nobody: its basis is no data. So is
    what holds no chance at all, as a stranger's export may.
    """
    found: dict[str, Foretold] = {}
    for row in rows:
        one = _foretold(row.thing)
        if one is not None:
            found.setdefault(one.round, one)
    return tuple(found.values())


def _foretold(kept: ForecastKept) -> Foretold | None:
    try:
        rested = cast(_RestedOn, read_as(plain_from(kept.basis), _RestedOn, where="forecast"))
        Odds(p=kept.p, lo=kept.lo, hi=kept.hi, basis=rested.basis)
    except InvalidInput:
        return None
    return Foretold(
        round=kept.round,
        made=kept.made,
        as_of=rested.as_of,
        p=kept.p,
        lo=kept.lo,
        hi=kept.hi,
        basis=rested.basis,
        why=rested.why,
        pack_version=rested.pack_version,
    )
