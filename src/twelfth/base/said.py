"""A sentence of the core as data: its form and what stands in it. In English it is a text like any other; who tells it
in another language needs no guess at what it was made of.
"""

import re
from collections.abc import Mapping

PLACE = re.compile(r"%\((\w+)\)s")


class Said(str):
    """A sentence with named places, filled in. values: texts, or sentences of their own.

    >>> said = Said("%(move)s needs %(hours)s h.", move="Russian", hours=40)
    >>> str(said), said.form, said.values["hours"]
    ('Russian needs 40 h.', '%(move)s needs %(hours)s h.', '40')
    """

    form: str
    values: Mapping[str, str]

    def __new__(cls, form: str, /, **values: object) -> "Said":
        """Raises KeyError for a place without a value."""
        kept = {name: value if isinstance(value, Said) else str(value) for name, value in values.items()}
        made = super().__new__(cls, filled(form, kept))
        made.form, made.values = form, kept
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.form, dict(self.values))


def filled(form: str, values: Mapping[str, str]) -> str:
    """A form with its places filled; nothing else in it has a meaning, whoever wrote it. Raises KeyError."""
    return PLACE.sub(lambda place: values[place[1]], form)


def _again(form: str, values: Mapping[str, str]) -> Said:
    return Said(form, **values)
