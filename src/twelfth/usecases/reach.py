"""What there is for a person to reach: where those selected stand, what requirements stand open, the steps there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.goal import Case, Move, Process, Profile
from twelfth.usecases.measure_gap import those_selected

if TYPE_CHECKING:
    from twelfth.distance import Ladder, Target, Wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """people: those selected. ladders: where they stand, by trait. walls: requirements that are not certainly met.
    targets: what lies beyond the person, of what is known of them. steps: the moves of the pack, and those to single
    levels."""

    people: int
    ladders: "Mapping[str, Ladder]"
    walls: "tuple[Wall, ...]"
    targets: "tuple[Target, ...]"
    steps: tuple[Move, ...]


def reach_of(case: Case, process: Process, who: Profile) -> Reach:
    """Case and process as known on the day of the profile."""
    from twelfth.distance import asked_codes, ladders, targets, walls
    from twelfth.learn import steps_of

    part, gates = those_selected(case, process), walls(process, who)
    among = {one.trait.name: one for one in (ladders(part) if part is not None else ())}
    found = targets(process, who, among, asked_codes(process, who, [one.id for one in gates]))
    return Reach(
        people=0 if part is None else len(part),
        ladders=among,
        walls=gates,
        targets=found,
        steps=steps_of(process, case, found),
    )
