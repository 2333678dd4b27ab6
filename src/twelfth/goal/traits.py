"""Traits: typed properties that may count in a selection.

A trait says how its presence and absence are recorded, whether more of it is better, and whether it may ever be a
lever.
It holds nobody's value: that is a fact.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from twelfth.base import InvalidInput, Problem, Said, invalid, parse_day, plain_number
from twelfth.goal.levels import Level, Range, parse_number

NAME_PATTERN = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_YES = {"yes", "true", "y", "1"}
_NO = {"no", "false", "n", "0"}


class Recorded(StrEnum):
    """Whether absence is ever stated. `positives-only`: biographies list what people have and never what they lack."""

    BOTH = "both"
    POSITIVES_ONLY = "positives-only"


class Better(StrEnum):
    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Trait:
    """What every kind of trait has in common. `notion`: the word under which traits of other packs are the same thing.
    `hint`: what somebody who is asked for it may need to know. `fixed`: the person says that nothing changes it any
    more: it is compared, and never something to acquire.

    Raises:
        InvalidInput: the name or the notion is not lower case a-z 0-9 _, or there is a lapsed level and no validity.
    """

    name: str
    label: str = field(default="", kw_only=True)
    recorded: Recorded = field(default=Recorded.BOTH, kw_only=True)
    better: Better = field(default=Better.MORE, kw_only=True)
    protected: bool = field(default=False, kw_only=True)
    fixed: bool = field(default=False, kw_only=True)
    unit: str = field(default="", kw_only=True)
    valid_months: int | None = field(default=None, kw_only=True)
    when_lapsed: Level | None = field(default=None, kw_only=True)
    lapsed_label: str = field(default="", kw_only=True)
    notion: str = field(default="", kw_only=True)
    hint: str = field(default="", kw_only=True)
    note: str = field(default="", kw_only=True)
    source: tuple[str, ...] = field(default=(), kw_only=True)

    kind: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if not NAME_PATTERN.fullmatch(self.name):
            raise invalid("trait name", self.name, "lower case a-z, 0-9 and _, starting with a letter", field="name")
        if self.notion and not NAME_PATTERN.fullmatch(self.notion):
            raise invalid("notion", self.notion, "lower case a-z, 0-9 and _, starting with a letter", field="notion")
        if self.valid_months is not None and self.valid_months < 1:
            raise invalid("validity in months", self.valid_months, "a whole number of at least 1", field="valid_months")
        if self.when_lapsed is not None and self.valid_months is None:
            raise invalid(f"when_lapsed of {self.name}", self.when_lapsed, "valid_months with it", field="when_lapsed")
        if self.lapsed_label and self.when_lapsed is None:
            raise invalid(
                f"lapsed_label of {self.name}", self.lapsed_label, "when_lapsed with it", field="lapsed_label"
            )
        if self.recorded is Recorded.POSITIVES_ONLY and self.kind != "binary":
            raise invalid(
                "recorded", self.recorded, "both: only a binary trait can be positives-only", field="recorded"
            )

    @property
    def title(self) -> str:
        return self.label or self.name.replace("_", " ")

    @property
    def when_no(self) -> Level | None:
        """The level of whoever says no to a question that stands before it; None where no level says so."""
        return self.when_lapsed

    @property
    def never_counts(self) -> str:
        """Why no chance is ever computed from it; "" where one may be."""
        if self.recorded is Recorded.POSITIVES_ONLY:
            return "only its presence is ever recorded"
        if self.protected:
            return "protected"
        return "a day, which counts through derived values only" if self.kind == "date" else ""

    def parse(self, value: object) -> Level:
        """A value as written, read as a level of this trait. Raises InvalidInput when it is none."""
        raise NotImplementedError

    def code(self, level: Level) -> float:
        """The number the arithmetic uses for a level; larger is more. A Range gives its middle."""
        raise NotImplementedError

    def level(self, code: float) -> Level:
        """The level of a code."""
        raise NotImplementedError

    def span(self, level: Level) -> tuple[float, float]:
        """The lowest and highest code the level may stand for; they differ for a Range only."""
        return (level.lo, level.hi) if isinstance(level, Range) else (self.code(level), self.code(level))

    def codes(self) -> tuple[float, ...] | None:
        """Every code there is, when they are few; None for a number or a day."""
        return None

    def words(self, level: Level) -> str:
        """A level for a person."""
        return str(level)

    def step_to(self, level: Level) -> str:
        """The shared word for the step that leads to a level; "" where there is none. Only levels that are words have
        one, and what is had or not had: the notion itself."""
        return self.notion if level is True else ""

    def _wrong(self, value: object, expected: str) -> InvalidInput:
        return InvalidInput(
            Problem(thing=self.title, value=str(value), expected=expected, next_step=f"See the trait {self.name!r}.")
        )


@dataclass(frozen=True, slots=True)
class Binary(Trait):
    """Held or not held."""

    kind: ClassVar[str] = "binary"

    @property
    def when_no(self) -> Level | None:
        """That one does not have it, where nothing else is said to hold."""
        return False if self.when_lapsed is None else self.when_lapsed

    def parse(self, value: object) -> Level:
        if isinstance(value, bool):
            return value
        word = str(value).strip().lower()
        if word in _YES | _NO:
            return word in _YES
        raise self._wrong(value, "yes or no")

    def code(self, level: Level) -> float:
        return 1.0 if level else 0.0

    def level(self, code: float) -> Level:
        return code >= 0.5

    def codes(self) -> tuple[float, ...]:
        return (0.0, 1.0)

    def words(self, level: Level) -> str:
        return "yes" if level else "no"


@dataclass(frozen=True, slots=True)
class _Worded(Trait):
    """Levels that are words; their position is the code. `steps`: (level, the word for what leads to it), by which
    levels of traits of one notion compare."""

    levels: tuple[str, ...] = field(default=(), kw_only=True)
    level_labels: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    steps: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        # not super(): a slotted dataclass is a new class, and zero-argument super() still names the old one
        Trait.__post_init__(self)
        if len(self.levels) < 2 or len(set(self.levels)) != len(self.levels):
            raise invalid(f"levels of {self.name}", list(self.levels), "at least two different words", field="levels")
        spaced = [word for word in self.levels if not word or any(character.isspace() for character in word)]
        if spaced:
            raise invalid(
                f"levels of {self.name}", spaced[0], "words without spaces; use level_labels for more", field="levels"
            )
        unknown = [word for word, _ in self.level_labels if word not in self.levels]
        if unknown:
            raise invalid(f"level_labels of {self.name}", unknown[0], f"one of {', '.join(self.levels)}")
        self._check_steps()

    def _check_steps(self) -> None:
        if self.steps and not self.notion:
            raise invalid(f"steps of {self.name}", dict(self.steps), "a notion with them", field="steps")
        for level, step in self.steps:
            if level not in self.levels:
                raise invalid(f"steps of {self.name}", level, f"one of {', '.join(self.levels)}", field="steps")
            if not NAME_PATTERN.fullmatch(step):
                raise invalid(f"step to {level} of {self.name}", step, "a word of a-z, 0-9 and _", field="steps")

    def step_to(self, level: Level) -> str:
        """The shared word for the step that leads to a level; "" where the pack names none."""
        return dict(self.steps).get(str(level), "")

    def parse(self, value: object) -> Level:
        word = str(value).strip()
        if word in self.levels:
            return word
        by_label = {label.lower(): name for name, label in self.level_labels}
        found = by_label.get(word.lower()) or next((name for name in self.levels if name == word.lower()), None)
        if found is None:
            raise self._wrong(value, Said("one of %(words)s", words=", ".join(self.levels)))
        return found

    def code(self, level: Level) -> float:
        return float(self.levels.index(str(level)))

    def level(self, code: float) -> Level:
        return self.levels[round(code)]

    def codes(self) -> tuple[float, ...]:
        return tuple(float(index) for index in range(len(self.levels)))

    def words(self, level: Level) -> str:
        return dict(self.level_labels).get(str(level), str(level).replace("_", " "))


@dataclass(frozen=True, slots=True)
class Ordered(_Worded):
    """Levels in order, the lowest first."""

    kind: ClassVar[str] = "ordered"


@dataclass(frozen=True, slots=True)
class Category(_Worded):
    """Levels without an order. Never better or worse, only the same or different."""

    kind: ClassVar[str] = "category"

    def __post_init__(self) -> None:
        _Worded.__post_init__(self)
        object.__setattr__(self, "better", Better.NEITHER)


@dataclass(frozen=True, slots=True)
class Numeric(Trait):
    """A number with a unit, in [low, high] where these are given. at_most: a trait it is a part of, whose number is
    never smaller."""

    low: float | None = field(default=None, kw_only=True)
    high: float | None = field(default=None, kw_only=True)
    whole: bool = field(default=False, kw_only=True)
    at_most: str = field(default="", kw_only=True)

    kind: ClassVar[str] = "numeric"

    def __post_init__(self) -> None:
        Trait.__post_init__(self)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise invalid(f"bounds of {self.name}", f"{self.low}..{self.high}", "low not above high", field="low")

    def parse(self, value: object) -> Level:
        if isinstance(value, Range):
            level: Level = value
        elif isinstance(value, str) and ".." in value:
            first, _, last = value.partition("..")
            level = Range(parse_number(first, thing=self.title), parse_number(last, thing=self.title))
        else:
            level = parse_number(value, thing=self.title)
        for end in self.span(level):
            self._check(end)
        return level

    def _check(self, number: float) -> None:
        if self.whole and not number.is_integer():
            raise self._wrong(number, Said("a whole number of %(unit)s", unit=self.unit or "units"))
        if (self.low is not None and number < self.low) or (self.high is not None and number > self.high):
            raise self._wrong(f"{number:g}", self._bounds)

    @property
    def _bounds(self) -> Said:
        """What a number that is out of them was expected to be."""
        ends = {name: f"{end:g}" for name, end in (("low", self.low), ("high", self.high)) if end is not None}
        last = [*ends][-1]
        ends[last] = Said("%(number)s %(unit)s", number=ends[last], unit=self.unit) if self.unit else ends[last]
        if len(ends) > 1:
            return Said("a number from %(low)s to %(high)s", **ends)
        return Said("a number of at least %(low)s" if "low" in ends else "a number of at most %(high)s", **ends)

    def code(self, level: Level) -> float:
        return level.middle if isinstance(level, Range) else float(level)  # type: ignore[arg-type]

    def level(self, code: float) -> Level:
        return code

    def words(self, level: Level) -> str:
        if self.lapsed_label and level == self.when_lapsed:
            return self.lapsed_label
        lo, hi = self.span(level)
        number = plain_number(lo) if lo == hi else f"{plain_number(lo)} to {plain_number(hi)}"
        return f"{number} {self.unit}".rstrip()


def above_their_most(
    traits: Sequence[Trait], levels: Mapping[str, Level | None]
) -> tuple[tuple[Numeric, Numeric], ...]:
    """Traits that are certainly above the one they are a part of, each with that one. levels: by trait, None or left
    out where it is not known."""
    by_name = {one.name: one for one in traits if isinstance(one, Numeric)}
    found = []
    for one in by_name.values():
        part, whole = levels.get(one.name), levels.get(one.at_most)
        most = by_name.get(one.at_most)
        if part is not None and whole is not None and most is not None and one.span(part)[0] > most.span(whole)[1]:
            found.append((one, most))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DateTrait(Trait):
    """A day, such as a date of birth. Counts through derived values (age), not by itself."""

    kind: ClassVar[str] = "date"

    def parse(self, value: object) -> Level:
        return parse_day(value)

    def code(self, level: Level) -> float:
        return float(level.toordinal()) if isinstance(level, date) else float("nan")

    def level(self, code: float) -> Level:
        return date.fromordinal(int(code))


KINDS: dict[str, type[Trait]] = {kind.kind: kind for kind in (Binary, Ordered, Category, Numeric, DateTrait)}
"""Trait classes by the word a pack uses for them."""
