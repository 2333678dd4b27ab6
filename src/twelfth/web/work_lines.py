"""A table of work line by line: entries, or a sentence for each line that is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from twelfth.usecases import WorkLine, text_in_cell
from twelfth.web.asked import Asked
from twelfth.web.words import day_words
from twelfth.work import MINUTES_A_DAY, Effort

EARLIEST = date(1900, 1, 1)
LONGEST_NOTE = 2000
"""Characters."""
WHOLE = 1e-6
"""How near a number has to be to a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRead:
    """entries: one for each line. wrong: a sentence for each line that is none. elsewhere: lines of other goals."""

    entries: tuple[Effort, ...]
    wrong: tuple[str, ...]
    elsewhere: int


def entries_in(lines: tuple[WorkLine, ...], *, goal: str, towards: Mapping[str, str], today: date) -> WorkRead:
    """What the lines say. towards: the titles of what work can be for, by name."""
    here = [line for line in lines if text_in_cell(line.goal) in ("", goal)]
    names = {title.casefold(): name for name, title in towards.items()} | {name: name for name in towards} | {"": ""}
    entries, wrong = list[Effort](), list[str]()
    for line in here:
        asked = Asked({"on": line.on, "minutes": line.minutes, "hours": line.hours, "note": text_in_cell(line.note)})
        on, minutes = _day(asked, line, today), _minutes(asked)
        word = text_in_cell(line.towards)
        name = names.get(word, names.get(word.casefold()))
        note = asked.text("note", most=LONGEST_NOTE)
        if name is None:
            told = _("“%(value)s”: expected %(expected)s.")
            some = _("one of %(words)s") % {"words": ", ".join(towards)} if towards else _("nothing")
            asked.errors["towards"] = told % {"value": word, "expected": some}
        if asked and on is not None and minutes is not None and name is not None:
            entries.append(Effort(on=on, minutes=minutes, towards=name, note=note))
        wrong += [
            _("Line %(line)s, %(column)s: %(told)s") % {"line": line.line, "column": column, "told": told}
            for column, told in asked.errors.items()
        ]
    return WorkRead(entries=tuple(entries), wrong=tuple(wrong), elsewhere=len(lines) - len(here))


def _day(asked: Asked, line: WorkLine, today: date) -> date | None:
    if line.day is None:
        asked.wrong("on", _("a day such as %(day)s") % {"day": today})
    elif line.day > today:
        asked.wrong("on", _("a day not after %(day)s") % {"day": day_words(today)})
    elif line.day < EARLIEST:
        asked.wrong("on", _("a day not before %(day)s") % {"day": day_words(EARLIEST)})
    return line.day


def _minutes(asked: Asked) -> int | None:
    """Of either column; where both say something they have to agree."""
    found = list[int]()
    for name, each, unit in (("minutes", 1, _("minutes")), ("hours", 60, _("hours"))):
        number = asked.number(name, low=0, high=MINUTES_A_DAY / each, unit=unit)
        whole = 0 if number is None else round(number * each)
        if number is not None and (not whole or (each == 1 and abs(number - whole) > WHOLE)):
            asked.wrong(name, _("whole minutes, at least one"))
        elif number is not None:
            found.append(whole)
    if not found and not asked.errors.keys() & {"minutes", "hours"}:
        asked.wrong("minutes", _("minutes or hours on each line"))
    if len(set(found)) > 1:
        asked.wrong("hours", _("the same time as the minutes"))
    return found[0] if found else None
