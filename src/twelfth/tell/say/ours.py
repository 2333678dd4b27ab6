"""What is kept, in words: what bringing an export comes to, and how the database is doing."""

from collections.abc import Sequence

from twelfth.tell.paper import Paper
from twelfth.usecases import Brought, GoalBrought, GoalsBrought

OUTCOMES = {
    Brought.NEW: ("kept now", "would be kept"),
    Brought.SAME: ("kept so already", "kept so already"),
    Brought.CONFLICT: ("another of that name is kept", "another of that name is kept"),
}
"""By what becomes of a goal: once it was brought, and before."""


def say_goals_brought(answer: GoalsBrought, *, colour: bool = False) -> str:
    """One line for each goal of an export."""
    paper = Paper(colour=colour)
    paper.title(f"An export of {_count(len(answer.goals), 'goal')}")
    paper.rows([(one.name, _brought(one, written=answer.written)) for one in answer.goals])
    for one in answer.goals:
        if one.pack_missing:
            paper.bullet(f"{one.name} needs the pack {one.pack}, which is not here: copy its folder into `packs`.")
    paper.gap()
    paper.para("Everything of it is here." if answer.written else "Nothing was written.")
    return paper.text()


def _brought(one: GoalBrought, *, written: bool) -> str:
    done, before = OUTCOMES[one.outcome]
    told = done if written else before
    return f"{told}: {_count(one.rows, 'row')}, {_count(one.changes, 'change')}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def say_health(folder: str, lines: Sequence[tuple[str, bool, str]], *, ok: bool, colour: bool = False) -> str:
    """lines: what was looked at, whether it is well, what was found."""
    paper = Paper(colour=colour)
    paper.title(folder)
    paper.rows([(what, told if well else f"look at this: {told}") for what, well, told in lines])
    paper.gap()
    paper.para("All is well." if ok else "Something is to be looked at.")
    return paper.text()
