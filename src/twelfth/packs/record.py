"""Reading JSON objects as records: typed fields, unknown fields refused, each mistake told with file and field."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from twelfth.base import InvalidInput, Problem

_MISSING = object()


class Record:
    """One object of a JSON file, and where it stands there."""

    def __init__(self, values: dict[str, object], *, file: str, path: str = "") -> None:
        self._values = values
        self._file = file
        self._path = path
        self._read: set[str] = set()

    @classmethod
    def of(cls, values: object, *, file: str, path: str = "") -> "Record":
        """Of a value that must be an object.

        Raises:
            InvalidInput: it is none.
        """
        if not isinstance(values, dict):
            raise InvalidInput(
                Problem(thing="content", value=_shown(values), expected="an object", file=file, field=path)
            )
        return cls(values, file=file, path=path)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields there are."""
        return tuple(self._values)

    def problem(self, name: str, value: object, expected: str) -> InvalidInput:
        """An error that names a field of this record."""
        told = Problem(thing=name, value=_shown(value), expected=expected, field=name)
        return InvalidInput(self._given_place(told))

    @contextmanager
    def placed(self) -> Iterator[None]:
        """Whatever is refused inside is told with this record's place."""
        try:
            yield
        except InvalidInput as error:
            raise InvalidInput(*(one if one.file else self._given_place(one) for one in error.problems)) from None

    def finish(self) -> None:
        """Refuse fields that nobody asked for.

        Raises:
            InvalidInput: there is one.
        """
        for name in self._values:
            if name not in self._read:
                raise self.problem(name, self._values[name], f"no such field; those known are {', '.join(self._known)}")

    def whole(self, name: str, *, default: int | None = None, least: int | None = None, most: int | None = None) -> int:
        """A whole number; 3.0 is one."""
        value = self._get(name, default)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.problem(name, value, "a whole number")
        if (least is not None and value < least) or (most is not None and value > most):
            raise self.problem(name, value, f"a whole number from {least} to {most}" if most else f"at least {least}")
        return value

    def whole_or_none(self, name: str) -> int | None:
        """A whole number, or None where it is null or absent."""
        return None if self._get(name, None, absent=None) is None else self.whole(name)

    def number(self, name: str, *, default: float | None = None) -> float:
        """A finite number."""
        value = self._get(name, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            raise self.problem(name, value, "a finite number")
        return float(value)

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self._get(name, None)
        if not isinstance(value, str) or not value.strip():
            raise self.problem(name, value, "a text")
        return value

    def text_or_none(self, name: str) -> str | None:
        """A text, or None where it is null or absent."""
        return None if self._get(name, None, absent=None) is None else self.text(name)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent."""
        value = self._get(name, None, absent=[])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.problem(name, value, "a list of texts")
        return tuple(value)

    def wholes(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self._get(name, None)
        if not isinstance(value, list):
            raise self.problem(name, value, "a list of whole numbers")
        for place, one in enumerate(value):
            if not isinstance(one, int) or isinstance(one, bool):
                raise self.problem(f"{name}[{place}]", one, "a whole number")
        return tuple(value)

    def pairs(self, name: str) -> tuple[tuple[int, int], ...]:
        """A list of pairs of whole numbers; empty where it is absent."""
        value = self._get(name, None, absent=[])
        if not isinstance(value, list):
            raise self.problem(name, value, "a list of pairs of whole numbers")
        for place, one in enumerate(value):
            whole = isinstance(one, list) and all(isinstance(each, int) and not isinstance(each, bool) for each in one)
            if not whole or len(one) != 2:
                raise self.problem(f"{name}[{place}]", one, "a pair of whole numbers such as [3, 9]")
        return tuple((one[0], one[1]) for one in value)

    def record(self, name: str) -> "Record":
        """An object."""
        return Record.of(self._get(name, None), file=self._file, path=self._place(name))

    def record_or_none(self, name: str) -> "Record | None":
        """An object, or None where it is null or absent."""
        return None if self._get(name, None, absent=None) is None else self.record(name)

    def records(self, name: str, *, most: int) -> tuple["Record", ...]:
        """A list of at most so many objects."""
        value = self._get(name, None)
        if not isinstance(value, list):
            raise self.problem(name, value, "a list of objects")
        if len(value) > most:
            raise self.problem(name, f"{len(value):,} entries", f"at most {most:,}")
        return tuple(
            Record.of(one, file=self._file, path=f"{self._place(name)}[{place}]") for place, one in enumerate(value)
        )

    def _get(self, name: str, default: object, *, absent: object = _MISSING) -> object:
        self._read.add(name)
        if name in self._values:
            return self._values[name]
        if absent is not _MISSING:
            return absent
        if default is None:
            raise self.problem(name, "missing", "a value")
        return default

    def _given_place(self, one: Problem) -> Problem:
        return replace(one, file=self._file, field=self._place(one.field) if one.field else self._path)

    @property
    def _known(self) -> list[str]:
        return sorted(self._read)

    def _place(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def _shown(value: object) -> str:
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
