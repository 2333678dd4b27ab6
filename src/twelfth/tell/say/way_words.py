"""What acquiring something takes in words, and what it gains."""

from twelfth.base import percent, plain_number
from twelfth.goal import Way


def way_words(way: Way | None) -> str:
    """What a level or a move takes; whose figures they are; what of it nobody has told."""
    if way is None:
        return "Hours and cost not known."
    hours = _range(way.hours_low, way.hours_high, "hours")
    cost = _range(way.cost_low, way.cost_high, way.currency)
    found = [
        one for one in (hours, f"{plain_number(way.months)} months" if way.months is not None else "", cost) if one
    ]
    missing = [name for name, told in (("hours", hours), ("cost", cost)) if not told]
    whose = " (your own figures)" if way.own else ""
    lacking = f" {' and '.join(missing).capitalize()} not known." if missing else ""
    told = ", ".join(found)
    return f"{told[:1].upper()}{told[1:]}{whose}.{lacking}"


def gain_words(gain: float) -> str:
    """A difference of two chances in percentage points."""
    size = percent(min(abs(gain), 1.0)).removesuffix("%")
    sign = "-" if gain < 0 else "+"
    return f"{size} points" if size.startswith(("under", "over")) else f"{sign}{size} points"


def hourly_words(per_hour: float | None, hours: int) -> str:
    """What so many hours gain; nothing where it is not known."""
    return "" if per_hour is None else f"Per {hours} hours: {gain_words(hours * per_hour)}."


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is None or high is None:
        return ""
    if high == 0:
        return f"no {unit}"
    return f"{plain_number(low)} {unit}" if low == high else f"{plain_number(low)} to {plain_number(high)} {unit}"
