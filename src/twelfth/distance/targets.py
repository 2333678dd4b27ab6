"""What there is to reach, trait by trait: the levels of those selected that lie beyond one's own, and those that a
requirement asks for. What is not known of a person has no target: unknown is not zero. Nor has what cannot change any
more."""

from collections.abc import Mapping
from dataclasses import dataclass

from twelfth.distance.ladder import Aim, Ladder
from twelfth.goal import Better, Level, Process, Profile, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """own: the person's code, of a range its worse end. ladder: of those selected; null where only a requirement asks
    for the trait. codes: what to reach for each aim, where it lies beyond one's own. asked: what a requirement asks for
    and one lacks."""

    trait: Trait
    own: float
    ladder: Ladder | None
    codes: Mapping[Aim, float]
    asked: float | None = None

    @property
    def steps(self) -> dict[str, float]:
        """The codes to reach, each once, by the name of the step to it: that of the trait for the first."""
        name = self.trait.name
        asked = name if self.ladder is None else f"{name}_required"
        found: dict[str, float] = {}
        for step, code in (*((self._name(aim), self.codes.get(aim)) for aim in Aim), (asked, self.asked)):
            if code is not None and code not in found.values():
                found[step] = code
        return found

    @property
    def aims(self) -> dict[str, Aim]:
        """Which aim each step is enough for, of those that are for one."""
        return {self._name(aim): aim for aim in Aim if self._name(aim) in self.steps and aim in self.codes}

    def is_beyond(self, level: Level) -> bool:
        """Whether a level is certainly better placed than one's own; of what has no order, whether it is another."""
        code = self.trait.code(level)
        if self.trait.better is Better.NEITHER:
            return code != self.own
        return code < self.own if self.trait.better is Better.LESS else code > self.own

    def _name(self, aim: Aim) -> str:
        return self.trait.name if aim is Aim.MIDDLE else f"{self.trait.name}_{aim}"


def targets(
    process: Process, who: Profile, among: Mapping[str, Ladder], asked: Mapping[str, float]
) -> tuple[Target, ...]:
    """Of every trait that is known of the person, and that those selected have in an order or a requirement asks for.

    among: ladders by trait; asked: codes that requirements ask for, by trait.
    """
    found = []
    for trait in process.traits:
        level = who[trait.name].level
        if level is None or trait.fixed or not (trait.name in among or trait.name in asked):
            continue
        own, ladder = trait.span(level)[1 if trait.better is Better.LESS else 0], among.get(trait.name)
        codes = {} if ladder is None else {aim: ladder.code(aim) for aim in Aim}
        beyond = {aim: code for aim, code in codes.items() if ladder is not None and ladder.is_beyond(code, own)}
        found.append(Target(trait=trait, own=own, ladder=ladder, codes=beyond, asked=asked.get(trait.name)))
    return tuple(found)
