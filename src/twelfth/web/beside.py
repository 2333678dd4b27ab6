"""What stands beside the fields of Your numbers: of what is kept, made once for the same facts, day and language; and
of numbers that were only typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from twelfth.base import When
from twelfth.goal import Fact, Level, Profile, profile
from twelfth.tell import BesideTrait, beside_traits, beside_whom
from twelfth.usecases import beside_questions
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered
from twelfth.web.writing import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideFields:
    """traits: by name; whom: whom the person stands beside, "" where nobody selected is described; walls: whether
    anything is required."""

    traits: Mapping[str, BesideTrait]
    whom: str
    walls: bool


_MADE: Remembered[BesideFields] = Remembered()


def beside_fields(one: Open) -> BesideFields:
    """Of what is kept of the person."""
    return _MADE.get((one.ground, get_language()), lambda: _made(one, one.profile))


def beside_typed(one: Open, levels: Mapping[str, Level | None]) -> BesideFields:
    """As it would be with these levels from today, by trait; None: not known. Nothing of it is kept, and the others are
    as they are kept."""
    when = When.on(one.as_of)
    stay = (fact for fact in one.cases.get(one.name).facts if fact.trait not in levels)
    typed = (Fact(trait=name, level=level, begins=when) for name, level in levels.items() if level is not None)
    return _made(one, profile((*stay, *typed), one.as_of, traits=one.process.traits))


def _made(one: Open, who: Profile) -> BesideFields:
    answer = beside_questions(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of, who=who)
    with spoken():
        traits = beside_traits(answer)
        drawn = {trait for trait, told in traits.items() if told.strip}
        walls = any(behind.thresholds for behind in answer.behind if behind.trait in drawn)
        return BesideFields(traits=traits, whom=beside_whom(answer), walls=walls)
