"""Thresholds: from which level to which a requirement lets through, on the traits that it reads."""

from dataclasses import dataclass
from datetime import date

from twelfth.goal import Clause, Comparison, Process, Trait, with_those_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What one requirement asks of one trait. low, high: the codes it lets through, null where it has no such end;
    least, most: the same in words, "" without."""

    trait: str
    requirement: str
    low: float | None = None
    high: float | None = None
    least: str = ""
    most: str = ""


def thresholds(process: Process, as_of: date) -> tuple[Threshold, ...]:
    """Of the requirements in force that some kind of round has, and of those they rest on. A line that may be met in
    several ways has none, nor has what only excludes a level, a trait without an order, and one that is protected."""
    ordered = {one.name: one for one in process.traits if not one.protected and one.kind not in ("date", "category")}
    found = []
    names = [name for kind in process.kinds for name in kind.requires]
    for requirement in with_those_below(process.requirements, names, as_of):
        single = (line.any_of[0] for line in requirement.lines if len(line.any_of) == 1)
        for clause in (clause for condition in single for clause in condition.clauses):
            if clause.name in ordered and clause.how not in (Comparison.IS_NOT, Comparison.MEETS):
                found.append(_threshold(ordered[clause.name], clause, requirement.title))
    return tuple(dict.fromkeys(found))


def _threshold(trait: Trait, clause: Clause, requirement: str) -> Threshold:
    low = None if clause.how is Comparison.AT_MOST else clause.low
    high = {Comparison.AT_LEAST: None, Comparison.BETWEEN: clause.high}.get(clause.how, clause.low)
    return Threshold(
        trait=trait.name,
        requirement=requirement,
        low=low,
        high=high,
        least="" if low is None else trait.words(trait.level(low)),
        most="" if high is None else trait.words(trait.level(high)),
    )
