"""The odds of a case from those selected, what is stated of the pool, and the published rounds."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import NotEnoughData, Truth, every
from twelfth.distance import (
    BaseRate,
    Bounds,
    Caveat,
    CohortOdds,
    FittedCohort,
    Gap,
    GapStatus,
    Odds,
    Pool,
    RoundRate,
    Tier,
    base_rate,
    joint_bounds,
    lacking_all,
    measure,
)
from twelfth.goal import Basis, Bound, Case, Judged, PoolShare, Process, Profile, Recorded, Trait, YesGroup, profile
from twelfth.usecases.ports import CaseShelf, Clock

Array = NDArray[np.float64]

FIRMEST_LAST = (Basis.GUESS, Basis.EXPERT, Basis.SURVEY, Basis.PUBLISHED)
SEED = 0
MIDDLE_HALF = (0.25, 0.75)


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsRead:
    """The odds of a case, and everything they rest on.

    eligible: whether the requirements are met; where one is not, the odds are not for this person. rounds: whose rates
    they rest on. pool: what is stated of those who applied. left_out: traits that cannot count, with the reason.
    gaps: with the weight of each trait given all the others. bounds: what the base rate alone allows (tier P0).
    """

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    as_of: date
    odds: Odds
    tier: Tier
    described: int
    rounds: tuple[RoundRate, ...]
    average: float
    pool: tuple[PoolShare, ...]
    left_out: tuple[tuple[str, str], ...]
    gaps: tuple[Gap, ...]
    bounds: Bounds | None
    eligible: Truth
    requirements: tuple[Judged, ...]
    attribution: str = ""


def estimate_odds(name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> OddsRead:
    """The odds of a case in a round like those known by a day (default: today).

    Raises:
        NotFound: no such case.
        NotEnoughData: the pack describes nobody selected, or publishes for no round how many applied.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    known_case, known = case.known(day), process.known(day)
    who = profile(known_case.facts, day, traits=known.traits)
    yes, rounds = _selected(known_case, known, day), _rounds(known)
    stated, unstated = _stated(known)
    counted = yes if not stated else _only(yes, {one.trait for one in stated})
    base = BaseRate.from_rounds([(one.selected, one.applicants) for one in rounds])
    model = CohortOdds().fit(counted, _pool(counted.traits, stated), base, seed=SEED)
    rows = _rows(who, counted.traits)
    found = model.gaps(rows[0])
    judged = _judged(known, who)
    eligible = every(one.met for one in judged)
    return OddsRead(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=known.name,
        process_title=known.title,
        pack_version=known.version,
        as_of=day,
        odds=_odds(model, rows, rounds) if eligible is not Truth.NO else _not_eligible(model),
        tier=model.tier,
        described=len(yes),
        rounds=rounds,
        average=base.rate,
        pool=stated,
        left_out=(*model.evidence.dropped, *((one, _why_left_out(known.trait(one))) for one in unstated)),
        gaps=tuple(found),
        bounds=_bounds(yes, tuple(found), rounds[-1]) if model.tier is Tier.P0 else None,
        eligible=eligible,
        requirements=judged,
        attribution=known.attribution,
    )


def _selected(case: Case, process: Process, day: date) -> YesGroup:
    group = process.yes_group
    part = None if group is None else group.among(seat=process.seat, without=case.names)
    if part is None or not len(part):
        raise NotEnoughData(
            f"The pack {process.name!r} describes nobody selected by {day}: there is nothing to take odds from.",
            next_step=f"Where points decide, see: twelfth score {case.name}",
        )
    return part


def _rounds(process: Process) -> tuple[RoundRate, ...]:
    """The published rates, in the order of the rounds."""
    decided = {one.id: one.decided for one in process.rounds}
    rates = [rate for one in process.rounds if (rate := base_rate(process, one.id)) is not None]
    if not rates:
        raise NotEnoughData(
            f"The pack {process.name!r} publishes for no round how many applied and how many were selected.",
            next_step="Add both to its funnel.csv and rounds.csv.",
        )
    return tuple(sorted(rates, key=lambda one: (decided[one.round], one.round)))


def _stated(process: Process) -> tuple[tuple[PoolShare, ...], tuple[str, ...]]:
    """What the pack states of the pool, for traits of which everything is stated; and the names of the others."""
    whole, unstated = [], []
    for trait in process.traits:
        own = [one for one in process.pool if one.trait == trait.name]
        codes = trait.codes()
        levels = {one.level for one in own}
        enough = bool(own) and (
            codes is None or trait.kind == "binary" or levels == {trait.level(one) for one in codes}
        )
        whole += own if enough else []
        if own and not enough:
            unstated.append(trait.name)
    names = {one.trait for one in whole}
    unstated = [trait.name for trait in process.traits if names and trait.name not in names and trait.kind != "date"]
    return tuple(whole), tuple(unstated)


def _why_left_out(trait: Trait) -> str:
    """Of a trait of which the pool states nothing: whether a statement would have made it count."""
    if trait.recorded is Recorded.POSITIVES_ONLY:
        return "only its presence is ever recorded"
    return "protected" if trait.protected else "nothing is stated of it in the pool"


def _pool(traits: tuple[Trait, ...], stated: tuple[PoolShare, ...]) -> Pool | None:
    """The statements as a pool, as firm as the least firm of them."""
    if not stated:
        return None
    known = {trait.name: _marginal(trait, stated) for trait in traits}
    weakest = min((one.basis for one in stated), key=FIRMEST_LAST.index)
    if weakest is Basis.GUESS:
        return Pool.guess(traits, known)
    if weakest is Basis.EXPERT:
        return Pool.expert(traits, known)
    sizes = [one.n for one in stated if one.n]
    if weakest is Basis.SURVEY:
        return Pool.survey(traits, known, n=min(sizes, default=100))
    return Pool.marginals(traits, known, ess=min([200, *sizes]))


def _marginal(trait: Trait, stated: tuple[PoolShare, ...]) -> object:
    own = [one for one in stated if one.trait == trait.name]
    codes = trait.codes()
    if codes is None:
        return own[0].mean, own[0].sd
    shares = {one.level: one.share or 0.0 for one in own}
    if trait.kind == "binary":
        return shares[True] if True in shares else 1 - shares[False]
    listed = np.array([shares[trait.level(code)] for code in codes])
    return listed / listed.sum()


def _only(yes: YesGroup, names: set[str]) -> YesGroup:
    """The same people with these traits alone."""
    kept = [index for index, trait in enumerate(yes.traits) if trait.name in names]
    return YesGroup(tuple(yes.traits[index] for index in kept), yes.rows[:, kept], yes.ids, yes.dates)


def _rows(who: Profile, traits: tuple[Trait, ...]) -> Array:
    """The person as one row of codes, or as two where a number is known as a range: its lowest and highest ends."""
    ends = [
        (np.nan, np.nan) if who[trait.name].level is None else trait.span(who[trait.name].level)  # type: ignore[arg-type]
        for trait in traits
    ]
    rows = np.array(ends, dtype=float).T.reshape(2, len(traits))
    return rows[:1] if np.array_equal(rows[0], rows[1], equal_nan=True) else rows


def _odds(model: FittedCohort, rows: Array, rounds: tuple[RoundRate, ...]) -> Odds:
    """The odds of a person; over both ends of a range the interval holds both."""
    found = model.odds(rows)
    caveats = set(found[0].caveats)
    caveats |= {Caveat.RATE_AT_MOST} if any(one.bound is Bound.AT_LEAST for one in rounds) else set()
    low, high = found[0], found[-1]
    middle = None if low.p is None or high.p is None else (low.p + high.p) / 2
    ends = [one for one in (low.lo, low.hi, high.lo, high.hi) if one is not None]
    if middle is not None and model.tier is Tier.P1 and not _in_the_middle(middle, model.draws(rows)):
        middle, caveats = None, caveats | {Caveat.NO_SINGLE_FIGURE}
    return Odds(
        p=middle,
        lo=min(ends) if ends else None,
        hi=max(ends) if ends else None,
        basis=low.basis,
        caveats=tuple(sorted(caveats)),
    )


def _in_the_middle(headline: float, drawn: Array) -> bool:
    """Whether a headline lies in the middle half of the draws [draws, ends]: a guess is redrawn so differently that the
    one step which makes the chances average to the base rate can carry it out of what the redrawings say."""
    low, high = np.quantile(drawn.mean(axis=1), MIDDLE_HALF)
    return bool(low <= headline <= high)


def _not_eligible(model: FittedCohort) -> Odds:
    """A requirement is a gate before every odds."""
    return Odds(p=None, lo=None, hi=None, basis=model.basis, caveats=(Caveat.NOT_ELIGIBLE,))


def _bounds(yes: YesGroup, found: tuple[Gap, ...], rate: RoundRate) -> Bounds | None:
    """What the last round's rate allows for everything the person is short of, together."""
    lacked = {gap.trait: gap.worst for gap in found if gap.status is GapStatus.SHORT and gap.worst is not None}
    return joint_bounds(rate, *lacking_all(yes, lacked)) if lacked else None


def _judged(process: Process, who: Profile) -> tuple[Judged, ...]:
    """The requirements of the kinds of round there are, judged on the day."""
    names = dict.fromkeys(name for kind in process.kinds for name in kind.requires)
    judged = measure(process, who).judged if names else {}
    return tuple(judged[name] for name in names)
