"""The evidence of a case as of a day, and the model fitted to it: what odds and levers both begin with."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import Said
from twelfth.distance import BaseRate, CohortOdds, FittedCohort, Pool, RoundRate, base_rates, measure
from twelfth.goal import Basis, Case, Judged, PoolShare, Process, Profile, Trait, YesGroup, profile
from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.ports import CaseShelf, Clock

Array = NDArray[np.float64]

FIRMEST_LAST = (Basis.GUESS, Basis.EXPERT, Basis.SURVEY, Basis.PUBLISHED)
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FittedCase:
    """A case and its process as known by a day, and the model fitted to those selected.

    yes: everybody selected; counted: the same with the traits of which the pool is stated, or all where nothing is.
    rows: the person in the counted traits, [1, traits], or both ends of a range, [2, traits]; NaN unknown.
    """

    case: Case
    process: Process
    as_of: date
    who: Profile
    yes: YesGroup
    counted: YesGroup
    rounds: tuple[RoundRate, ...]
    stated: tuple[PoolShare, ...]
    unstated: tuple[str, ...]
    model: FittedCohort
    rows: Array
    judged: tuple[Judged, ...]


def fit_case(name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> FittedCase:
    """Everything known of a case by a day (default: today), fitted.

    Raises:
        NotFound: no such case.
        NoChance: the pack describes nobody selected, or publishes for no round how many applied.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    return fit_known(case.known(day), process.known(day), day)


def fit_known(case: Case, known: Process, day: date) -> FittedCase:
    """The same of a case and a process as they were known on a day.

    Raises:
        NoChance: as fit_case.
    """
    who = profile(case.facts, day, traits=known.traits)
    yes, rounds = _selected(case, known, day), _rounds(known)
    stated, unstated = _stated(known)
    counted = yes if not stated else _only(yes, {one.trait for one in stated})
    base = BaseRate.from_rounds([(one.selected, one.applicants) for one in rounds])
    return FittedCase(
        case=case,
        process=known,
        as_of=day,
        who=who,
        yes=yes,
        counted=counted,
        rounds=rounds,
        stated=stated,
        unstated=unstated,
        model=CohortOdds().fit(counted, _pool(counted.traits, stated), base, seed=SEED),
        rows=_rows(who, counted.traits),
        judged=judged_kinds(known, who),
    )


def _selected(case: Case, process: Process, day: date) -> YesGroup:
    group = process.yes_group
    part = None if group is None else group.among(seat=process.seat, without=case.names)
    if part is None or not len(part):
        raise NoChance(
            Said(
                "Nobody selected by %(day)s is on file: there is nothing to take odds from.",
                day=day,
            ),
            cause="people",
            next_step=f"Where points decide, see: twelfth odds {case.name}",
        )
    return part


def _rounds(process: Process) -> tuple[RoundRate, ...]:
    """The published rates, in the order of the rounds."""
    rates = base_rates(process)
    if not rates:
        raise NoChance(
            "It is not known of any round how many applied and how many were selected.",
            cause="applicants",
            next_step="Add both to its funnel.csv and rounds.csv.",
        )
    return rates


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


def judged_kinds(process: Process, who: Profile) -> tuple[Judged, ...]:
    """The requirements of the kinds of round there are, judged on the day."""
    names = dict.fromkeys(name for kind in process.kinds for name in kind.requires)
    judged = measure(process, who).judged if names else {}
    return tuple(judged[name] for name in names)
