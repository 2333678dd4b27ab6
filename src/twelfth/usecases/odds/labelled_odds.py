"""The odds of a person from people of whom it is known whether they were selected.

Protected traits and those of which only presence is recorded are never learned from; nor is a day.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twelfth.base import FEWEST_FOR_A_PERCENTAGE, NotEnoughData, Said
from twelfth.distance import BaseRate, Caveat, Odds, Report, base_rates
from twelfth.goal import Bound, LabelledPeople, Process, Profile, Trait
from twelfth.usecases.ports import Learner

Array = NDArray[np.float64]

SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFrom:
    """What the odds were learned from, and how what was learned did on people it had not seen.

    people, selected: how many, the person never among them. traits: titles of what was learned from. learner: what
    learned. last_round: the day of the round that it was tried on, having learned from those before; None where it was
    tried on each person, having learned from others. judged: on how many it was tried. log_loss, base_log_loss: nats a
    person, of its chances and of one and the same chance for all. auc: how often somebody selected was given the higher
    chance than somebody not selected. ece: mean distance of a chance from what came of it. moved_to: the published
    share selected to which the chances were moved; None where none is published and the people stand for those who
    applied. outside: titles of the person's numbers that lie beyond those of everybody.
    """

    people: int
    selected: int
    traits: tuple[str, ...]
    learner: str
    last_round: date | None
    judged: int
    log_loss: float
    base_log_loss: float
    auc: float | None
    ece: float
    moved_to: float | None
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledAnswer:
    """Odds from labelled people. average: of those who applied. left_out: traits that cannot count, with the reason."""

    odds: Odds
    learned: LearnedFrom
    average: float
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feature:
    """A trait as columns of numbers. codes: of a category, the levels that have a column, the most common has none."""

    place: int
    trait: Trait
    seen: Array
    codes: tuple[float, ...]

    def columns(self, values: Array) -> list[Array]:
        """[n] codes as [n] numbers a column; NaN where unknown, or of a level that nobody had."""
        if self.trait.kind != "category":
            return [values]
        known = np.isin(values, self.seen)
        return [np.where(known, values == code, np.nan) for code in self.codes]


def labelled_odds(process: Process, people: LabelledPeople, who: Profile, *, learner: Learner) -> LabelledAnswer:
    """The odds of a profile; over both ends of a range the interval holds both.

    Raises:
        NotEnoughData: fewer than five selected or five not selected, or no trait that tells people apart.
    """
    _check_enough(process, people)
    features, left_out = _features(people)
    if not features:
        raise NotEnoughData(
            Said(
                "No trait in labelled.csv of %(pack)s tells its people apart: nothing to learn a chance from.",
                pack=repr(process.name),
            ),
            next_step="Add a column that differs between people, and that is neither protected nor a day.",
        )
    rate, dates = _published_rate(process), _dates(people)
    model = learner.fit(
        _table(features, people.rows),
        people.selected.astype(float),
        seed=SEED,
        rate=rate,
        dates=dates,
    )
    row = _person(features, who, width=len(people.traits))
    unseen = [(one.trait.name, "nobody had your level, so it counts as unknown") for one in features if _new(one, row)]
    left_out += unseen
    outside = tuple(one.trait.title for one in features if _beyond(one, row))
    return LabelledAnswer(
        odds=_over(model.odds(_table(features, row)), left_out=bool(left_out)),
        learned=_learned(people, features, model.report, None if dates is None else max(dates), rate, outside),
        average=float(people.selected.mean()) if rate is None else rate,
        left_out=tuple(left_out),
    )


def _learned(
    people: LabelledPeople,
    features: list[_Feature],
    report: Report,
    last_round: date | None,
    rate: float | None,
    outside: tuple[str, ...],
) -> LearnedFrom:
    return LearnedFrom(
        people=len(people),
        selected=int(people.selected.sum()),
        traits=tuple(one.trait.title for one in features),
        learner=report.learner,
        last_round=last_round,
        judged=report.people,
        log_loss=report.log_loss,
        base_log_loss=report.base_log_loss,
        auc=report.auc,
        ece=report.ece,
        moved_to=rate,
        outside=outside,
    )


def _check_enough(process: Process, people: LabelledPeople) -> None:
    selected = int(people.selected.sum())
    if min(selected, len(people) - selected) < FEWEST_FOR_A_PERCENTAGE:
        raise NotEnoughData(
            f"The pack {process.name!r} knows of {selected} selected and {len(people) - selected} not selected: a "
            f"chance is learned from at least {FEWEST_FOR_A_PERCENTAGE} of each.",
            next_step="Add people with their outcome to labelled.csv, or ask for a later day.",
        )


def _features(people: LabelledPeople) -> tuple[list[_Feature], list[tuple[str, str]]]:
    """The traits that may be learned from, and the others with the reason."""
    features: list[_Feature] = []
    left_out: list[tuple[str, str]] = []
    for place, trait in enumerate(people.traits):
        values = people.rows[:, place]
        seen, counts = np.unique(values[~np.isnan(values)], return_counts=True)
        if reason := _why_not(trait, seen):
            left_out.append((trait.name, reason))
            continue
        common = seen[int(np.argmax(counts))]
        codes = tuple(float(one) for one in seen if one != common) if trait.kind == "category" else ()
        features.append(_Feature(place=place, trait=trait, seen=seen, codes=codes))
    return features, left_out


def _why_not(trait: Trait, seen: Array) -> str:
    if trait.never_counts:
        return trait.never_counts
    if not len(seen):
        return "unknown of everybody"
    return "the same for everybody" if len(seen) == 1 else ""


def _table(features: list[_Feature], rows: Array) -> Array:
    """[n, traits] as [n, columns]."""
    return np.column_stack([column for one in features for column in one.columns(rows[:, one.place])])


def _person(features: list[_Feature], who: Profile, *, width: int) -> Array:
    """The person as one row of codes [1, width], or as two where a number is known as a range; NaN unknown."""
    ends = np.full((2, width), np.nan)
    for one in features:
        level = who[one.trait.name].level
        if level is not None:
            ends[:, one.place] = one.trait.span(level)
    return ends[:1] if np.array_equal(ends[0], ends[1], equal_nan=True) else ends


def _new(one: _Feature, row: Array) -> bool:
    """Whether the person has a level of a category that nobody had."""
    own = row[0, one.place]
    return one.trait.kind == "category" and not np.isnan(own) and own not in one.seen


def _beyond(one: _Feature, row: Array) -> bool:
    """Whether the person's number, or an end of its range, lies beyond those of everybody."""
    own = row[:, one.place]
    return one.trait.kind == "numeric" and bool((own < one.seen[0]).any() or (own > one.seen[-1]).any())


def _dates(people: LabelledPeople) -> list[date] | None:
    """The days by which what is learned from earlier rounds is tried on the last; None where those are too few."""
    last = max(people.dates)
    earlier = people.selected[[day < last for day in people.dates]]
    rarer = min(int(earlier.sum()), len(earlier) - int(earlier.sum()))
    return list(people.dates) if rarer >= FEWEST_FOR_A_PERCENTAGE else None


def _published_rate(process: Process) -> float | None:
    """The share selected over the rounds of which both counts are published; a lowest number of applicants is none."""
    rates = [rate for rate in base_rates(process) if rate.bound is not Bound.AT_LEAST]
    if not rates:
        return None
    share = BaseRate.from_rounds([(one.selected, one.applicants) for one in rates]).rate
    return share if 0 < share < 1 else None


def _over(found: list[Odds], *, left_out: bool) -> Odds:
    """The odds of one row; of both ends of a range the interval that holds both and the middle of their headlines."""
    ends = [end for one in found for end in (one.lo, one.hi) if end is not None]
    middles = [one.p for one in found if one.p is not None]
    caveats = {caveat for one in found for caveat in one.caveats} | ({Caveat.TRAIT_DROPPED} if left_out else set())
    return Odds(
        p=sum(middles) / len(middles),
        lo=min(ends),
        hi=max(ends),
        basis=found[0].basis,
        caveats=tuple(sorted(caveats)),
    )
