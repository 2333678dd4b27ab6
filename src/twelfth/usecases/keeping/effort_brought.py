"""What of some work is new beside what is kept: of entries alike in everything, as many as are not there yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from twelfth.work import Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortBrought:
    """new: what would be or was added. there: what was kept already and is left out. Both in the order of the table."""

    new: tuple[Effort, ...]
    there: tuple[Effort, ...]


def brought_beside(efforts: Iterable[Effort], there: Iterable[Effort]) -> EffortBrought:
    """Entries apart by whether they are there."""
    kept = Counter(there)
    new, old = list[Effort](), list[Effort]()
    for one in efforts:
        kept[one] -= 1
        (new if kept[one] < 0 else old).append(one)
    return EffortBrought(new=tuple(new), there=tuple(old))
