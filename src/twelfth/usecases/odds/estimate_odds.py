"""The odds of a case from those selected, what is stated of the pool and the published rounds; or from a grid, or from
people whose outcome is known."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import NotEnoughData, Truth, every
from twelfth.distance import (
    Bounds,
    Caveat,
    Drift,
    FittedCohort,
    Gap,
    GapStatus,
    Odds,
    RoundRate,
    Tier,
    drifts,
    gaps,
    joint_bounds,
    lacking_all,
)
from twelfth.goal import (
    Bound,
    Case,
    Grid,
    Judged,
    LabelledPeople,
    PoolShare,
    Process,
    Profile,
    YesGroup,
    profile,
)
from twelfth.usecases.odds.fitted_case import FittedCase, fit_known, judged_kinds
from twelfth.usecases.odds.grid_odds import GridPlace, grid_odds
from twelfth.usecases.odds.labelled_odds import LearnedFrom, labelled_odds
from twelfth.usecases.ports import CaseShelf, Clock, Learner

Array = NDArray[np.float64]

MIDDLE_HALF = (0.25, 0.75)
UNSTATED = "nothing is stated of it in the pool"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsRead:
    """The odds of a case, and everything they rest on.

    eligible: whether the requirements are met; where one is not, the odds are not for this person. rounds: whose rates
    they rest on. pool: what is stated of those who applied. left_out: traits that cannot count, with the reason.
    gaps: with the weight of each trait given all the others. bounds: what the base rate alone allows (tier P0).
    grid: where the person stands in a grid of counts (tier grid). learned: from whom the odds were learned (tier
    labelled). said_of_any: ids of rounds whose rate is one figure, said of any round. drifts: in what those selected
    lately differ from those selected earlier by more than chance.
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
    grid: GridPlace | None = None
    learned: LearnedFrom | None = None
    drifts: tuple[Drift, ...] = ()
    said_of_any: tuple[str, ...] = ()
    attribution: str = ""


def estimate_odds(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, learner: Learner | None = None
) -> OddsRead:
    """The odds of a case in a round like those known by a day (default: today).

    Raises:
        NotFound: no such case.
        NotEnoughData: the pack describes nobody selected, or publishes for no round how many applied; or people with
            their outcome, and too few of them or no learner.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    return odds_on(case.known(day), process.known(day), day, learner=learner)


def odds_on(case: Case, known: Process, day: date, *, learner: Learner | None = None) -> OddsRead:
    """The odds of a case and a process as they were known on a day.

    Raises:
        NotEnoughData: as estimate_odds.
    """
    if known.grid is not None:
        return _by_grid(case, known, known.grid, profile(case.facts, day, traits=known.traits), day=day)
    if known.labelled is not None:
        people = known.labelled.without(case.names)
        return _by_labels(case, known, people, profile(case.facts, day, traits=known.traits), day=day, learner=learner)
    return odds_of(fit_known(case, known, day))


def odds_of(fitted: FittedCase) -> OddsRead:
    """The odds of a case whose evidence is fitted."""
    case, known, model = fitted.case, fitted.process, fitted.model
    found = tuple(model.gaps(fitted.rows[0]))
    eligible = every(one.met for one in fitted.judged)
    return OddsRead(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=known.name,
        process_title=known.title,
        pack_version=known.version,
        as_of=fitted.as_of,
        odds=_odds(model, fitted.rows, fitted.rounds) if eligible is not Truth.NO else _not_eligible(model.basis),
        tier=model.tier,
        described=len(fitted.yes),
        rounds=fitted.rounds,
        average=model.base.rate,
        pool=fitted.stated,
        left_out=(
            *model.evidence.dropped,
            *((one, known.trait(one).never_counts or UNSTATED) for one in fitted.unstated),
        ),
        gaps=found,
        bounds=_bounds(fitted.yes, found, fitted.rounds[-1]) if model.tier is Tier.P0 else None,
        eligible=eligible,
        requirements=fitted.judged,
        drifts=drifts(fitted.counted),
        said_of_any=tuple(one.round for one in fitted.rounds if one.round in known.said_of_any),
        attribution=known.attribution,
    )


def _by_grid(case: Case, process: Process, grid: Grid, who: Profile, *, day: date) -> OddsRead:
    """By the counts of a grid, which know how many applied, wherever a pack has one."""
    found = grid_odds(process, grid, who)
    answer = _answered(case, process, who, found.odds, day=day, tier=Tier.GRID, average=found.average)
    return replace(answer, left_out=found.left_out, grid=found.place)


def _by_labels(
    case: Case, process: Process, people: LabelledPeople, who: Profile, *, day: date, learner: Learner | None
) -> OddsRead:
    """By people with their outcome, wherever a pack has them: they say what those not selected had too."""
    if learner is None:
        raise NotEnoughData(
            f"The pack {process.name!r} holds people with their outcome, and nothing here learns from them.",
            next_step="Hand in a learner, such as that of twelfth.workplace().",
        )
    found = labelled_odds(process, people, who, learner=learner)
    answer = _answered(case, process, who, found.odds, day=day, tier=Tier.LABELLED, average=found.average)
    return replace(
        answer,
        described=found.learned.selected,
        left_out=found.left_out,
        gaps=gaps(who, people.yes_group, pool=process.pool),
        learned=found.learned,
        drifts=drifts(people.yes_group),
    )


def _answered(
    case: Case, process: Process, who: Profile, odds: Odds, *, day: date, tier: Tier, average: float
) -> OddsRead:
    """Odds that rest on no rate of a round and on nothing stated of the pool."""
    judged = judged_kinds(process, who)
    eligible = every(one.met for one in judged)
    return OddsRead(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=process.name,
        process_title=process.title,
        pack_version=process.version,
        as_of=day,
        odds=odds if eligible is not Truth.NO else _not_eligible(odds.basis),
        tier=tier,
        described=0,
        rounds=(),
        average=average,
        pool=(),
        left_out=(),
        gaps=(),
        bounds=None,
        eligible=eligible,
        requirements=judged,
        attribution=process.attribution,
    )


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


def _not_eligible(basis: str) -> Odds:
    """A requirement is a gate before every odds."""
    return Odds(p=None, lo=None, hi=None, basis=basis, caveats=(Caveat.NOT_ELIGIBLE,))


def _bounds(yes: YesGroup, found: tuple[Gap, ...], rate: RoundRate) -> Bounds | None:
    """What the last round's rate allows for everything the person is short of, together."""
    lacked = {gap.trait: gap.worst for gap in found if gap.status is GapStatus.SHORT and gap.worst is not None}
    return joint_bounds(rate, *lacking_all(yes, lacked)) if lacked else None
