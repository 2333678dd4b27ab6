"""Gates: the requirements without which one is not considered, which of them do not certainly stand open, and the
levels of single traits that they ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from twelfth.base import Truth
from twelfth.distance.measure import measure
from twelfth.goal import Better, Clause, Comparison, Level, Process, Profile, Trait, with_those_below


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A requirement that is not certainly met. met: no, or not known."""

    id: str
    title: str
    met: Truth


def gates(process: Process, who: Profile) -> tuple[Gate, ...]:
    """Requirements that some kind of round has and that are not certainly met."""
    names = dict.fromkeys(name for kind in process.kinds for name in kind.requires)
    judged = measure(process, who).judged if names else {}
    return tuple(
        Gate(id=name, title=judged[name].title, met=judged[name].met)
        for name in names
        if judged[name].met is not Truth.YES
    )


def gates_met(process: Process, who: Profile, names: Iterable[str], moved: Mapping[str, Level]) -> frozenset[str]:
    """Which requirements are certainly met with some traits moved to other levels."""
    judged = measure(process, who, moved=moved).judged
    return frozenset(name for name in names if judged[name].met is Truth.YES)


def asked_codes(process: Process, who: Profile, names: Iterable[str]) -> dict[str, float]:
    """The code of each trait that these requirements, or those they rest on, ask for and that the person certainly
    lacks; the most demanding where they ask for several. Nothing of what is not known of the person, nor by what only
    excludes a level."""
    traits = {trait.name: trait for trait in process.traits if not trait.protected and trait.kind != "date"}
    found: dict[str, float] = {}
    for clause in _clauses(process, who, names):
        trait = traits.get(clause.name)
        level = None if trait is None else who[trait.name].level
        excludes = clause.how is Comparison.IS_NOT
        if trait is None or level is None or excludes or any(clause.holds_at(end) for end in trait.span(level)):
            continue
        code = nearest_code(clause, trait.span(level)[0])
        found[trait.name] = code if trait.name not in found else _harder(trait, code, found[trait.name])
    return found


def read_by(process: Process, who: Profile, names: Iterable[str]) -> frozenset[str]:
    """The traits by which requirements, and those they rest on, are judged."""
    found = {clause.name for clause in _clauses(process, who, names)}
    if found & {one.name for one in process.rubrics}:
        return frozenset(trait.name for trait in process.traits)
    for value in reversed(process.derived):  # each rests on those before it
        found |= {*value.uses} if value.name in found else set()
    return frozenset(found)


def _clauses(process: Process, who: Profile, names: Iterable[str]) -> Iterator[Clause]:
    """Of the requirements in force, and of those they name."""
    for requirement in with_those_below(process.requirements, names, who.as_of):
        for condition in (one for line in requirement.lines for one in line.any_of):
            yield from condition.clauses


def nearest_code(clause: Clause, own: float) -> float:
    """The code nearest to one's own at which a comparison that does not hold would hold."""
    return clause.high if clause.how is Comparison.BETWEEN and own > clause.high else clause.low


def _harder(trait: Trait, one: float, other: float) -> float:
    return min(one, other) if trait.better is Better.LESS else max(one, other)
