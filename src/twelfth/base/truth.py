"""Three-valued truth (Kleene): unknown stays unknown, it never becomes no."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def every(truths: Iterable[Truth]) -> Truth:
    """Yes when all are yes (also of none), no when one is no, else unknown."""
    seen = set(truths)
    if Truth.NO in seen:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.YES


def some(truths: Iterable[Truth]) -> Truth:
    """Yes when one is yes, no when all are no (also of none), else unknown."""
    seen = set(truths)
    if Truth.YES in seen:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.NO
