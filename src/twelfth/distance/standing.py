"""Where a score stands against the last cut-off of every kind of round."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth, add_months, every
from twelfth.distance.measure import Measured
from twelfth.goal import Judged, Kind, Process, Round

LOOK_BACK_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One kind of round: whether the person may be considered, and how far the score is from its last cut-off.

    last: the newest round whose cut-off is known; where none is, the newest. short_lo, short_hi: cut-off minus score,
    positive when below; a range when the score is one. recent: number of rounds of this kind in the 12 months up to the
    day, with their lowest and highest cut-off.
    """

    kind: str
    title: str
    eligible: Truth
    requirements: tuple[Judged, ...]
    last: Round | None = None
    short_lo: float | None = None
    short_hi: float | None = None
    recent: int = 0
    lowest: float | None = None
    highest: float | None = None

    @property
    def would_be_selected(self) -> bool:
        """Eligible, and strictly above the last cut-off whatever is unknown (at the cut-off the tie-break decides)."""
        return self.eligible is Truth.YES and self.short_hi is not None and self.short_hi < 0


def standings(process: Process, measured: Measured, *, as_of: date) -> tuple[Standing, ...]:
    """The standing in every kind of round that has been held by `as_of`, the shortest way first among the eligible."""
    found = [_standing(kind, process, measured, as_of) for kind in process.kinds]
    held = [one for one in found if one.last is not None]
    order = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
    return tuple(sorted(held, key=lambda one: (order[one.eligible], one.short_lo if one.short_lo is not None else 0.0)))


def _standing(kind: Kind, process: Process, measured: Measured, as_of: date) -> Standing:
    rounds = [one for one in process.rounds if one.kind == kind.name and one.decided <= as_of]
    judged = tuple(measured.judged[name] for name in kind.requires)
    eligible = every(one.met for one in judged)
    last = max(rounds, key=lambda one: (one.cut_off is not None, one.decided, one.id), default=None)
    recent = [
        one.cut_off for one in rounds if one.cut_off is not None and one.decided > add_months(as_of, -LOOK_BACK_MONTHS)
    ]
    total = measured.scores[process.ranking].total if process.ranking in measured.scores else None
    comparable = last is not None and last.cut_off is not None and total is not None
    return Standing(
        kind=kind.name,
        title=kind.title,
        eligible=eligible,
        requirements=judged,
        last=last,
        short_lo=last.cut_off - total.hi if comparable and last and last.cut_off is not None and total else None,
        short_hi=last.cut_off - total.lo if comparable and last and last.cut_off is not None and total else None,
        recent=len(recent),
        lowest=min(recent, default=None),
        highest=max(recent, default=None),
    )
