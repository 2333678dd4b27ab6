"""What there is to reach, trait by trait: the levels of those selected that lie beyond one's own, and those that a
requirement asks for. What is not known of a person has no target: unknown is not zero."""

from collections.abc import Mapping
from dataclasses import dataclass

from twelfth.distance.ladder import Aim, Ladder
from twelfth.goal import Better, Level, Process, Profile, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """own: the person's code, of a range its worse end. ladder: of those selected; null where only a requirement asks
    for the trait. codes: what to reach for each aim, where it lies beyond one's own or a requirement asks for it."""

    trait: Trait
    own: float
    ladder: Ladder | None
    codes: Mapping[Aim, float]

    @property
    def steps(self) -> dict[str, Aim]:
        """What each step to what is to be reached is for, by its name: that of the trait, and of its better quarter."""
        names = {Aim.MIDDLE: self.trait.name, Aim.QUARTER: f"{self.trait.name}_quarter"}
        found = {names[aim]: aim for aim in Aim if aim in self.codes}
        return found if len(set(self.codes.values())) == len(found) else {names[Aim.MIDDLE]: Aim.MIDDLE}

    def is_beyond(self, level: Level) -> bool:
        """Whether a level is certainly better placed than one's own; of what has no order, whether it is another."""
        code = self.trait.code(level)
        if self.trait.better is Better.NEITHER:
            return code != self.own
        return code < self.own if self.trait.better is Better.LESS else code > self.own


def targets(
    process: Process, who: Profile, among: Mapping[str, Ladder], asked: Mapping[str, float]
) -> tuple[Target, ...]:
    """Of every trait that is known of the person, and that those selected have in an order or a requirement asks for.

    among: ladders by trait; asked: codes that requirements ask for, by trait.
    """
    found = []
    for trait in process.traits:
        level = who[trait.name].level
        if level is None or not (trait.name in among or trait.name in asked):
            continue
        own, ladder = trait.span(level)[1 if trait.better is Better.LESS else 0], among.get(trait.name)
        codes = {aim: _code(aim, own, ladder, asked.get(trait.name)) for aim in Aim}
        known = {aim: code for aim, code in codes.items() if code is not None}
        found.append(Target(trait=trait, own=own, ladder=ladder, codes=known))
    return tuple(found)


def _code(aim: Aim, own: float, ladder: Ladder | None, asked: float | None) -> float | None:
    """The more demanding of what the aim and what a requirement asks for; None where one has it."""
    aimed = None if ladder is None or not ladder.is_beyond(ladder.code(aim), own) else ladder.code(aim)
    if aimed is None or asked is None or ladder is None:
        return asked if aimed is None else aimed
    return asked if ladder.is_beyond(asked, aimed) else aimed
