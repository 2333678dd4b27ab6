"""Frozen values as plain data (dict, list, str, number, bool, None), the form every JSON answer and record has.

Deliberately one way: reading plain data back is the business of whoever owns the format.
"""

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from twelfth.base.dates import When

SIGNIFICANT_FIGURES = 9
"""Kept of a float: enough for any use, few enough that the last bits of a library's sum change no byte."""

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


def plain(value: object) -> Plain:
    """`value` as plain data. Dataclasses become dicts in field order, sets are sorted.

    Raises:
        ValueError: a float is NaN or infinite: no silent NaN leaves any function.
        TypeError: a value of a type that has no plain form.
    """
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, When):
        return str(value)
    return _plain_container(value)


def _plain_container(value: object) -> Plain:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value)]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    raise TypeError(f"Expected a value with a plain form, got {type(value).__name__}.")


def _finite(value: float) -> float | int:
    if not math.isfinite(value):
        raise ValueError(f"Expected a finite number, got {value}.")
    rounded = float(f"{value:.{SIGNIFICANT_FIGURES}g}")
    return int(rounded) if rounded.is_integer() else rounded
