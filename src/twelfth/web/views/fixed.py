"""What cannot change any more of a goal of one's own: which boxes there are, and what they say."""

from collections.abc import Iterable

from twelfth.usecases import PeopleColumn
from twelfth.web.asked import Asked
from twelfth.web.desk import Open

FIXED, SHOWN = "fixed-", "was-fixed-"
"""How the box of a trait begins, and the field that says what it showed; the name of the trait follows."""


def may_be_fixed(one: Open) -> dict[str, bool]:
    """Whether each column is fixed by now, by name, of those that may be: none of a process of others."""
    columns: tuple[PeopleColumn, ...] = () if one.kept.table is None else one.kept.table.thing.columns
    return {each.name: each.fixed for each in columns if not each.protected and each.kind != "date"}


def fixed_said(asked: Asked, one: Open) -> dict[str, bool]:
    """The boxes that were changed in a form, by column: whether each is ticked now."""
    found = {}
    for name in may_be_fixed(one):
        ticked = bool(asked.raw(f"{FIXED}{name}"))
        if ticked != bool(asked.raw(f"{SHOWN}{name}")):
            found[name] = ticked
    return found


def write_fixed(one: Open, *, more: Iterable[str] = (), less: Iterable[str] = ()) -> None:
    """With more columns that cannot change any more, and with less. Raises Stale where somebody was faster."""
    row = one.kept.table
    if row is None:
        return
    now = {each.name for each in row.thing.fixed}
    then = (now | set(more)) - set(less)
    if then != now:
        goals, event = one.desk.keeping.goals, one.desk.event("people", one.name)
        goals.amend(one.name, row.thing.fixing(then), row=row.id, was=row.version, event=event)
