"""Everything kept, to be taken away: one text that can be brought back as it was, and the same as tables to look at.

The same goals give the same bytes, on whatever day, from whatever database, and after they were brought back: numbers
are those of `numbered_alone`, goals stand in the order of their names, and nothing says when or where it was written.
Deliberately makes no archive and no calendar: the caller does.
"""

from dataclasses import dataclass

from twelfth.base import NotFound
from twelfth.usecases.exchange.export_tables import tables_of
from twelfth.usecases.keeping.exact import text_of
from twelfth.usecases.keeping.ports import Goals
from twelfth.usecases.keeping.told import plain_row
from twelfth.usecases.keeping.whole import Change, WholeGoal, numbered_alone

SCHEMA = "twelfth/export/1"
WHOLE = "twelfth.json"
"""The member that is brought back; it comes first."""
README = """\
This is an export of Twelfth: goals with everything that was kept of them.

twelfth.json   all of it, exactly, with every change there ever was. Bring it back with: twelfth import FILE.zip
*.csv          the same as tables to look at in a spreadsheet, one for each kind of thing; of
               them the app reads effort.csv alone, under Work
calendar.ics   the miles of the roads that are followed, and the days of rounds; no note of yours is in it
README.txt     this text

In the tables a text that begins with = + - @ or a tab has a ' before it, so that no spreadsheet takes it for a formula.
Your private notes are in here. Whoever has this file can read them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """goals: their names. members: of the archive, as (name, text), the one that is brought back first."""

    goals: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


def export_goals(*names: str, goals: Goals) -> Export:
    """The goals of these names, or all of them.

    Raises:
        NotFound: there is no such goal, or none at all.
    """
    wanted = sorted(set(names) or {one.thing.name for one in goals.cards()})
    if not wanted:
        raise NotFound("There is nothing to export: no goal is kept.", next_step="Begin one with: twelfth serve")
    wholes = tuple(numbered_alone(goals.everything(name)) for name in wanted)
    members = ((WHOLE, export_text(wholes)), ("README.txt", README), *tables_of(wholes))
    return Export(goals=tuple(wanted), members=members)


def export_text(wholes: tuple[WholeGoal, ...]) -> str:
    """Goals as one JSON value, a row or a change to a line. Their numbers are told as they are."""
    told = ",\n".join(goal_text(whole) for whole in wholes)
    return f'{{"schema":"{SCHEMA}","goals":[\n{told}\n]}}\n'


def goal_text(whole: WholeGoal) -> str:
    """One goal of it."""
    rows = ",\n".join(text_of(plain_row(row)) for row in whole.rows)
    trail = ",\n".join(_change_text(change) for change in whole.trail)
    return f'{{"card":{text_of(plain_row(whole.card))},\n"rows":[\n{rows}\n],\n"trail":[\n{trail}\n]}}'


def _change_text(change: Change) -> str:
    return text_of(
        {
            "number": change.number,
            "on": change.on.isoformat(),
            "actor": change.actor,
            "action": change.action,
            "before": None if change.before is None else plain_row(change.before),
            "after": None if change.after is None else plain_row(change.after),
        }
    )
