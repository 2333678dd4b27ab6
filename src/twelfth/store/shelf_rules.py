"""What holds on every shelf of goals, wherever it keeps them: what is refused, in which words, and which texts of
roads a goal is read with."""

from collections.abc import Iterable
from dataclasses import replace

from twelfth.base import Conflict, NotFound, Said, invalid
from twelfth.usecases import NEVER_CHANGED, GoalCard, RoadKept, Row, Thing, before_id, plain_from, told


def no_goal(name: str, there_are: Iterable[str]) -> NotFound:
    """The error for a goal that is not kept."""
    names = ", ".join(sorted(there_are))
    told = Said("There is no goal %(name)s.", name=repr(name))
    return NotFound(
        told, next_step=Said("There are: %(names)s.", names=names) if names else "No goal has been begun yet."
    )


def no_road(goal: str, row: int) -> NotFound:
    """The error for a version of the road that is not kept."""
    return NotFound(f"The goal {goal!r} has no road {row}.", next_step="Take one of those listed with the goal.")


def taken(name: str) -> Conflict:
    """The error for a name two goals would share."""
    return Conflict(f"There is a goal {name!r} already.", next_step="Choose another name.")


def check_can_be_kept(*things: Thing | GoalCard) -> None:
    """Raises InvalidInput for the first that cannot be told."""
    for thing in things:
        told(thing)


def check_name(goal: str, card: GoalCard) -> None:
    """Raises InvalidInput where a card would change the name."""
    if card.name != goal:
        raise invalid("name of the goal", card.name, f"{goal!r}: a goal keeps its name", field="name")


def check_may_change(kind: type[Thing]) -> None:
    """Raises Conflict for what is added to and never changed."""
    if kind in NEVER_CHANGED:
        raise Conflict(
            "What was audited, forecast or added to an audit stays as it was made.",
            next_step="Write an addendum instead.",
        )


def check_text_stays(before: Thing, after: Thing) -> None:
    """Raises InvalidInput where a road read without its text would be written back so."""
    if isinstance(before, RoadKept) and isinstance(after, RoadKept) and before.text and not after.text:
        raise invalid("road without its text", "", "the text it was read with: fetch it with `road`", field="text")


def tells_before(line: str, goal: str) -> bool:
    """Whether a line of a trail says that the history of its goal came from this one."""
    if before_id(goal) not in line:
        return False
    match plain_from(line):
        case {"kind": "source", "thing": {"id": told}}:
            return told == before_id(goal)
        case _:
            return False


def texts_read(roads: Iterable[Row[RoadKept]]) -> frozenset[int]:
    """The rows of roads whose text is read with the goal: the one accepted last and the one drawn last."""
    rows = tuple(roads)
    accepted = [one.id for one in rows if one.thing.accepted is not None]
    return frozenset({*accepted[-1:], *(one.id for one in rows[-1:])})


def without_old_texts(roads: Iterable[Row[RoadKept]]) -> tuple[Row[RoadKept], ...]:
    """The roads as a goal is read with them."""
    rows = tuple(roads)
    shown = texts_read(rows)
    return tuple(one if one.id in shown else replace(one, thing=replace(one.thing, text="")) for one in rows)
