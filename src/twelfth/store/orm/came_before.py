"""That the history of a goal came from another one, taken out where that other one is erased: its name and its title
stand in a source of the goal after it, and in the line of the trail that tells of that source."""

from typing import Any

from django.db.models import Q

from twelfth.store.orm import models as tables
from twelfth.store.orm.read_goals import new_stamp
from twelfth.store.shelf_rules import tells_before
from twelfth.usecases import before_id

BEGINS = '{"kind":"source"'
"""How each line of a trail begins that tells of a source."""


def forget_before(goal: str) -> None:
    """In every goal of the database that is open. The caller sees to it that all of it is one transaction."""
    told = tables.Trail.objects.filter(Q(after__startswith=BEGINS) | Q(before__startswith=BEGINS))
    lines = [one.number for one in told.iterator() if tells_before(one.after or one.before, goal)]
    sources = tables.Source.objects.filter(key=before_id(goal))
    goals = {*sources.values_list("goal_id", flat=True)}
    for number in goals:
        tables.Goal.objects.filter(id=number).update(stamp=new_stamp())
    sources.delete()
    tables.Trail.objects.filter(number__in=lines).delete()


def is_before_in(sqlite: Any, goal: str) -> bool:
    """Whether a goal in a backup, of whatever age, says that it came from this one."""
    return bool(_lines(sqlite, goal) or (_has(sqlite, "kept_source") and _sources(sqlite, goal)))


def forget_before_in(sqlite: Any, goal: str) -> None:
    """In every goal of a backup, of whatever age."""
    sqlite.executemany("DELETE FROM kept_trail WHERE number = ?", [(number,) for number in _lines(sqlite, goal)])
    if _has(sqlite, "kept_source"):
        sqlite.execute("DELETE FROM kept_source WHERE key = ?", (before_id(goal),))


def _lines(sqlite: Any, goal: str) -> list[int]:
    """The numbers of the lines of any trail that say so."""
    if not _has(sqlite, "kept_trail"):
        return []
    asked = "SELECT number, before, after FROM kept_trail WHERE instr(before, ?) = 1 OR instr(after, ?) = 1"
    told = sqlite.execute(asked, (BEGINS, BEGINS))
    return [number for number, before, after in told if tells_before(after or before, goal)]


def _sources(sqlite: Any, goal: str) -> list[tuple[int]]:
    found: list[tuple[int]] = sqlite.execute("SELECT id FROM kept_source WHERE key = ?", (before_id(goal),)).fetchall()
    return found


def _has(sqlite: Any, table: str) -> bool:
    return bool(sqlite.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone())
