"""Words that a redrawn plan and a redrawn road share: each change with its gain, the trade-off, what none exceeds."""

from collections.abc import Iterable, Sequence

from twelfth.base import percent
from twelfth.tell.say.plan_words import LAST_TELLING_BOUND, SAME, gained_words

FIGURES = 3
"""Of a chance: plans that differ little are set side by side."""
VERBS = {"added": "add", "dropped": "drop", "moved": "move"}


def redrawn_chance(chance: float) -> str:
    """A chance beside others that differ little."""
    return percent(chance, digits=FIGURES)


def how_many_changes(count: int) -> str:
    """How many changes."""
    return f"{count} {'change' if count == 1 else 'changes'}"


def moved_by(weeks: int) -> str:
    """How much later something is complete, or earlier."""
    return f"{abs(weeks)} {'week' if abs(weeks) == 1 else 'weeks'} {'later' if weeks > 0 else 'earlier'}"


def gain_line(change: str, gain: float | None, others: Sequence[str], noun: str) -> str:
    """A change with what it gains, null where it is forced; others: that are not made either without it."""
    if gain is None:
        return f"{change}: forced, no {noun} was found without it."
    told = f"{change}: gains {gained_words(gain)}."
    return f"{told} Without it there is no use or no room to {' or to '.join(others)}." if others else told


def trade_row(chance: float, changed: Sequence[str], noun: str) -> tuple[str, str, str]:
    """The best chance found for a number of changes."""
    return str(len(changed)), redrawn_chance(chance), "; ".join(changed) or f"the {noun} as it was"


def limit_lines(best: float, bound: float, noun: str) -> Iterable[str]:
    """What none exceeds, as far as that is known."""
    if bound - best < SAME:
        yield f"No {noun} does better, however much it changes, which is proved."
    elif bound <= LAST_TELLING_BOUND:
        yield f"No {noun}, however much it changes, can do better than {redrawn_chance(bound)}, which is proved."
