"""What there is for a person to reach: where those selected stand, what requirements stand open, the steps there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twelfth.goal import Case, Move, Process, Profile
from twelfth.usecases.distance.measure_gap import those_selected

if TYPE_CHECKING:
    from twelfth.distance import Gate, Ladder, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """people: those selected. ladders: where they stand, by trait. gates: requirements that are not certainly met.
    targets: what lies beyond the person, of what is known of them. steps: the moves of the pack, and those to single
    levels."""

    people: int
    ladders: "Mapping[str, Ladder]"
    gates: "tuple[Gate, ...]"
    targets: "tuple[Target, ...]"
    steps: tuple[Move, ...]

    @property
    def aims(self) -> dict[str, str]:
        """By name what each step to a level is for: "middle" or "quarter" of those selected, or "required"."""
        return {step: str(target.aims.get(name, "required")) for step, name, target in self._aimed()}

    @property
    def names(self) -> dict[str, str]:
        """The name by which its aim goes, of a step that is named by its level, where no other step has that name."""
        taken = {one.id for one in self.steps}
        return {step: name for step, name, _target in self._aimed() if name not in taken}

    def _aimed(self) -> "Iterator[tuple[str, str, Target]]":
        """(step, name of its aim, target) of each level to reach."""
        by_level = {one.sets: one.id for one in self.steps}
        for target in self.targets:
            for name, code in target.steps.items():
                step = by_level.get(((target.trait.name, target.trait.level(code)),))
                if step is not None:
                    yield step, name, target


def reach_of(case: Case, process: Process, who: Profile) -> Reach:
    """Case and process as known on the day of the profile."""
    from twelfth.distance import asked_codes, gates, ladders, targets
    from twelfth.learn import steps_of

    part, shut = those_selected(case, process), gates(process, who)
    among = {one.trait.name: one for one in (ladders(part) if part is not None else ())}
    found = targets(process, who, among, asked_codes(process, who, [one.id for one in shut]))
    return Reach(
        people=0 if part is None else len(part),
        ladders=among,
        gates=shut,
        targets=found,
        steps=steps_of(process, case, found),
    )
