"""Was it already so that day? Numbers typed later and without a day are asked for it beside the audit that rests on
them. What is not answered stays not known.
"""

from datetime import date

from twelfth.audit import AuditRecord
from twelfth.base import TwelfthError
from twelfth.goal import Fact, Level
from twelfth.usecases import Undated, undated_numbers
from twelfth.web.asked import Asked
from twelfth.web.desk import Open

SAME, OTHER = "=same", "=other"
"""No level of a pack begins with this sign."""


def open_of_that_day(one: Open, record: AuditRecord) -> tuple[Undated, ...]:
    """The numbers that an audit rests on and that are not known of the day of its attempt."""
    process = one.process.known(record.as_of)
    try:
        return undated_numbers(one.facts, process, record.sent.day, kind=record.attempt.kind)
    except TwelfthError:  # the pack is another by now
        return ()


def options(each: Undated) -> list[tuple[str, str]]:
    """Levels other than the present one, where they can be listed."""
    levels: tuple[Level, ...] = (True, False) if each.trait.kind == "binary" else getattr(each.trait, "levels", ())
    return [(_key(level), each.trait.words(level)) for level in levels if level != each.row.thing.level]


def _key(level: Level) -> str:
    return ("yes" if level else "no") if isinstance(level, bool) else str(level)


def keep_answers(one: Open, asked: Asked, found: tuple[Undated, ...], day: date) -> bool:
    """Write what was answered. Returns whether anything was; nothing is written where a field cannot be read."""
    levels = {each.row.id: _answer(asked, each) for each in found if _is_as_shown(asked, each)}
    if not asked:
        return False
    event, goals = one.desk.event("that day", one.name), one.desk.keeping.goals
    beside: list[Fact] = []
    answered = [(each, level) for each in found if (level := levels.get(each.row.id)) is not None]
    with one.desk.keeping.at_once():
        for each, level in answered:
            now, *others = each.dated(level, day)
            goals.amend(one.name, now, row=each.row.id, was=each.row.version, event=event)
            beside += others
        if beside:
            goals.keep(one.name, *beside, event=event)
    return bool(answered)


def _is_as_shown(asked: Asked, each: Undated) -> bool:
    """Whether a number is still the one that was asked about: another window may have changed it since."""
    return asked.raw(f"shown-{each.row.id}") in ("", str(each.row.version))


def _answer(asked: Asked, each: Undated) -> Level | None:
    """The level of that day, None where it is not known."""
    name = each.trait.name
    said = SAME if asked.raw("all") == "yes" else asked.raw(f"had-{name}")
    if said == SAME:
        return each.row.thing.level
    if not each.may_differ:
        return None
    if said not in ("", OTHER):
        return asked.level(f"had-{name}", each.trait)
    return asked.level(f"was-{name}", each.trait)
