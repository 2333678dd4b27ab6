"""The least amount with which the chance reaches a target: halved again and again, each half asked for its best chance.

A half whose bound is below the target is ruled out, which is the proof; one that neither reaches it nor is ruled out
after some slices is come back to with more of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twelfth.roadmap import Found

PATIENCE = 6
"""Slices of work on one half before the next is tried; twice as many each time all were tried."""


@dataclass(frozen=True, slots=True)
class Halved:
    """The least that was found, by a plan that takes so much; with less than `floor` none reaches the target."""

    found: Found
    value: int
    floor: int


def halve(
    ask: Callable[[int], Iterator[Found]], takes: Callable[[Found], int], target: float, first: Halved
) -> Iterator[Halved]:
    """How far it is after every slice of work, beginning with a plan that reaches the target; ends with the least.

    ask: the best chance with at most so much, where no plan that takes no more is lost. takes: how much a plan does.
    """
    found, value, floor = first.found, first.value, first.floor
    passed, patience = 0, PATIENCE
    while floor < value:
        if passed >= value:
            passed, patience = floor, 2 * patience
        cap = (max(passed, floor) + value - 1) // 2
        for tried, tries in enumerate(ask(cap), start=1):
            reached = tries.chance >= target and takes(tries) < value
            if reached:
                found, value = tries, takes(tries)
            elif tries.bound < target:
                floor = cap + 1
            yield Halved(found, value, min(floor, value))
            if reached or floor > cap or tried >= patience:
                break
        if floor <= cap < value:
            passed = cap + 1
