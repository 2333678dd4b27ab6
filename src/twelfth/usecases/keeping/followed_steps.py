"""The steps of a road that is followed or looked at: each keeps the level it was drawn for, whatever those who got in
have by now."""

from collections.abc import Iterable, Iterator

from twelfth.base import UNKNOWN_DAY, InvalidInput
from twelfth.goal import Fact, Level, Move, Process, Trait, Way
from twelfth.usecases.keeping.kept import KeptGoal, RoadKept, Row
from twelfth.usecases.keeping.own_process import fits
from twelfth.usecases.keeping.road_text import road_from
from twelfth.usecases.roads.case_roadmap import DatedMile

ENDINGS = ("", "_quarter", "_required")
"""Of the name of a step after its trait, where it is not named by its level."""


def followed_steps(kept: KeptGoal, process: Process) -> tuple[Move, ...]:
    """Of the road followed, then of the one drawn last; moves of the pack and levels that a trait does not have by now
    are none. Where a road says no level, its words are looked for among the levels there are."""
    found: dict[str, Move] = {}
    of_pack = {one.id for one in process.moves}
    for mile in _miles(kept.road, *kept.roads[-1:]):
        sets = mile.sets or _sets_by_title(mile, process, [row.thing for row in kept.ways])
        if mile.move not in of_pack and len(sets) == 1 and _is_there(sets[0], process):
            found.setdefault(mile.move, Move(id=mile.move, title=mile.title, sets=sets))
    return tuple(found.values())


def _miles(*rows: Row[RoadKept] | None) -> Iterator[DatedMile]:
    for row in rows:
        try:
            yield from () if row is None else road_from(row.thing.text).miles
        except InvalidInput:
            continue  # whoever looks at the road is told


def _is_there(pair: tuple[str, Level], process: Process) -> bool:
    """Whether a trait that may be acquired has the level."""
    open_to = {one.name for one in process.traits if not one.protected}
    return pair[0] in open_to and fits(Fact(trait=pair[0], level=pair[1], begins=UNKNOWN_DAY), process)


def _sets_by_title(mile: DatedMile, process: Process, ways: Iterable[Way]) -> tuple[tuple[str, Level], ...]:
    from twelfth.learn import title_of_step

    trait = next((one for one in process.traits if mile.move in {one.name + end for end in ENDINGS}), None)
    if trait is None:
        return ()
    there = [level for level in _levels(trait, process, ways) if title_of_step(trait, level) == mile.title]
    return tuple((trait.name, level) for level in there[:1])


def _levels(trait: Trait, process: Process, ways: Iterable[Way]) -> Iterator[Level]:
    """Every level of a trait that has few; of a number those somebody who got in has, or that figures were typed of."""
    codes = trait.codes()
    if codes is None and process.yes_group is not None and trait.kind == "numeric":
        codes = tuple(dict.fromkeys(one for one in process.yes_group.column(trait.name).tolist() if one == one))
    yield from (trait.level(code) for code in codes or ())
    yield from (one.level for one in ways if one.trait == trait.name and one.level is not None)
