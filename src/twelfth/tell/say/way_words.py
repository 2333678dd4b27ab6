"""What acquiring something takes in words, and what it gains."""

from twelfth.base import percent
from twelfth.goal import Way
from twelfth.tell.language import N_, _, figure, plain_number
from twelfth.tell.say.core_words import span

NOT_KNOWN = {
    (): "",
    ("hours",): N_("Hours not known."),
    ("cost",): N_("Cost not known."),
    ("hours", "cost"): N_("Hours and cost not known."),
}
POINTS_GAINED = (
    ("under ", N_("under %(figure)s points")),
    ("over ", N_("over %(figure)s points")),
    ("", N_("%(figure)s points")),
)


def way_words(way: Way | None) -> str:
    """What a level or a move takes; whose figures they are; what of it nobody has told."""
    if way is None:
        return _("Hours and cost not known.")
    hours, months, cost = _hours(way), _months(way), _cost(way)
    told = ", ".join(filter(None, (hours, months, cost)))
    told = f"{told[:1].upper()}{told[1:]}"
    first = _("%(figures)s (your own figures).", figures=told) if way.own else f"{told}."
    lacking = tuple(name for name, figure in (("hours", hours), ("cost", cost)) if not figure)
    return f"{first} {_(NOT_KNOWN[lacking])}".rstrip()


def time_words(way: Way | None) -> str:
    """Hours and months of a way, as far as they are known."""
    told = "" if way is None else ", ".join(filter(None, ("" if way.hours == 0 else _hours(way), _months(way))))
    return told or _("not known")


def cost_words(way: Way | None) -> str:
    """The money a way takes."""
    return ("" if way is None else _cost(way)) or _("not known")


def _hours(way: Way) -> str:
    return _range(way.hours_low, way.hours_high, _("hours"))


def _months(way: Way) -> str:
    return "" if way.months is None else _("%(n)s months", n=plain_number(way.months))


def _cost(way: Way) -> str:
    return _range(way.cost_low, way.cost_high, way.currency)


def gain_words(gain: float) -> str:
    """A difference of two chances in percentage points."""
    size = percent(min(abs(gain), 1.0)).removesuffix("%")
    if size == "1":
        return _("-1 point") if gain < 0 else _("+1 point")
    start, form = next((start, form) for start, form in POINTS_GAINED if size.startswith(start))
    sign = "" if start else "-" if gain < 0 else "+"
    return _(form, figure=figure(sign + size.removeprefix(start)))


def hourly_words(per_hour: float | None, hours: int) -> str:
    """What so many hours gain; nothing where it is not known."""
    if per_hour is None:
        return ""
    return _("Per %(hours)s hours: %(gain)s.", hours=hours, gain=gain_words(hours * per_hour))


def costly_words(per_cost: float | None, way: Way | None, amount: int) -> str:
    """What so much of its money gains; nothing where it is not known."""
    if per_cost is None or way is None:
        return ""
    told = {"amount": f"{amount:,}", "currency": way.currency}
    return _("Per %(amount)s %(currency)s: %(gain)s.", gain=gain_words(amount * per_cost), **told)


def each_words(per_hour: float | None, per_cost: float | None, way: Way | None, *, hours: int, money: int) -> str:
    """What so many hours and so much money gain, as far as either is known."""
    return " ".join(filter(None, (hourly_words(per_hour, hours), costly_words(per_cost, way, money))))


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is None or high is None:
        return ""
    if high == 0:
        return _("no %(unit)s", unit=unit)
    figures = plain_number(low) if low == high else span(plain_number(low), plain_number(high))
    return f"{figures} {unit}"
