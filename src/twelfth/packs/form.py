"""Reading TOML or JSON as a form: typed fields, unknown fields refused, each mistake told with file, field and line."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from sys import float_info
from typing import TypeVar

from twelfth.base import InvalidInput, Problem, When, parse_day, parse_when
from twelfth.packs.limits import MOST_KEY_DOTS, MOST_TOML_BYTES, MOST_TOML_DEPTH, MOST_TOML_VALUES, read_limited

Wanted = TypeVar("Wanted")
_MISSING = object()
ALONE = -1
"""The place in its array of a table that is in none."""
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_DOTTED = re.compile(r"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+)++""")
_HEADER = re.compile(r"\s*\[{1,2}\s*([A-Za-z_][\w-]*(?:\s*\.\s*[A-Za-z_][\w-]*)*)\s*\]{1,2}\s*(?:#.*)?", re.ASCII)


class Places:
    """The lines of a TOML text and where its tables begin, found once."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.headers: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines, 1):
            header = _HEADER.fullmatch(line)
            if header:
                self.headers.setdefault(re.sub(r"\s", "", header[1]), []).append(number)

    def table(self, path: tuple[tuple[str, int], ...]) -> int | None:
        """The line of a table's header; of the nearest table around it when it has none of its own."""
        at = 0
        name = ""
        for part, index in path:
            name = f"{name}.{part}" if name else part
            found = self.headers.get(name, [])
            place = bisect_right(found, at) + max(index, 0)
            if place >= len(found):
                break
            at = found[place]
        return at or None

    def field(self, begins: int | None, name: str) -> int | None:
        """The line of a field of the table that begins there; the table's own line when it has no such field."""
        wanted = re.compile(rf"\s*\"?{re.escape(name)}\"?\s*[.=]")
        for number in range(begins or 0, len(self.lines)):
            if _HEADER.fullmatch(self.lines[number]):
                break
            if wanted.match(self.lines[number]):
                return number + 1
        return begins


class Form:
    """One table of a TOML file or object of a JSON file, and where it stands there: by its line where `places` are
    known, else by the path to it."""

    def __init__(
        self, values: dict[str, object], *, file: str, places: Places | None, path: tuple[tuple[str, int], ...] = ()
    ) -> None:
        self._values = values
        self._places = places
        self._path = path
        self._read: set[str] = set()
        self.file = file

    def __contains__(self, field: str) -> bool:
        return field in self._values

    def raw(self, field: str, default: object = None) -> object:
        self._read.add(field)
        return self._values.get(field, default)

    def get(self, field: str, kind: type[Wanted], default: Wanted | object = _MISSING) -> Wanted:
        """A field of a type. Raises InvalidInput when it is missing without a default, or of another type."""
        value = self.raw(field, _MISSING)
        if value is _MISSING:
            if default is _MISSING:
                raise self.problem(field, None, f"{self._named(kind)}: the field is missing")
            return default  # type: ignore[return-value]
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            if abs(value) > float_info.max:
                raise self._endless(field, value)
            value = float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.problem(field, value, self._named(kind))
        if isinstance(value, float) and value - value != 0:
            raise self._endless(field, value)
        return value

    def _endless(self, field: str, value: float) -> InvalidInput:
        return self.problem(field, value, "a finite number", next_step="Write a number such as 0.7.")

    def maybe(self, field: str, kind: type[Wanted]) -> Wanted | None:
        """A field of a type, or None where it is null or absent."""
        return None if self.raw(field) is None else self.get(field, kind)

    def text(self, field: str, default: object = _MISSING) -> str:
        return self.get(field, str, default).strip()

    def words(self, field: str) -> tuple[str, ...]:
        """A list of texts; empty when absent."""
        values = self.get(field, list, [])
        if not all(isinstance(one, str) for one in values):
            raise self.problem(field, values, "a list of texts")
        return tuple(values)

    def sources(self) -> tuple[str, ...]:
        return tuple(self.text("source", "").split())

    def day(self, field: str) -> date | None:
        value = self.raw(field)
        return None if value is None or value == "" else self._placed(field, lambda: parse_day(_as_day(value)))

    def when(self, field: str) -> When | None:
        value = self.raw(field)
        return None if value is None or value == "" else self._placed(field, lambda: parse_when(_as_day(value)))

    def forms(self, field: str) -> list["Form"]:
        """An array of tables; empty when absent."""
        values = self.get(field, list, [])
        if not all(isinstance(one, dict) for one in values):
            tables = f"tables, each begun with [[{field}]]"
            raise self.problem(field, values, "a list of objects" if self._places is None else tables)
        return [self._inner(field, one, index) for index, one in enumerate(values)]

    def check_once(self, field: str, *, by: str) -> None:
        """Raises InvalidInput, naming both lines, when two tables of an array have the same text in the field `by`."""
        lines: dict[str, int | None] = {}
        problems: list[Problem] = []
        for one in self.forms(field):
            value = one.raw(by)
            if not isinstance(value, str):
                continue  # told where it is read
            if value.strip() in lines:
                first = lines[value.strip()]
                also = f"; line {first} has it too" if first else ""
                problems += one.problem(by, value, f"{by} of its own, used once{also}").problems
            lines.setdefault(value.strip(), one.line(by))
        if problems:
            raise InvalidInput(*problems)

    def form(self, field: str) -> "Form | None":
        return self._inner(field, self.get(field, dict), ALONE) if self.raw(field) is not None else None

    def items(self) -> list[tuple[str, object]]:
        """Every field, for a table whose field names are free."""
        self._read |= set(self._values)
        return list(self._values.items())

    def finish(self) -> None:
        """Raises InvalidInput for a field nobody asked for."""
        for field in self._values:
            if field not in self._read:
                known = ", ".join(sorted(self._read))
                raise self.problem(field, self._values[field], f"no such field here; known are {known}")

    def line(self, field: str = "") -> int | None:
        """The line of this table's header, or of a field in it, as far as a search of the text finds it."""
        if self._places is None:
            return None
        begins = self._places.table(self._path)
        return self._places.field(begins, field) if field else begins

    def problem(self, field: str, value: object, expected: str, *, next_step: str = "") -> InvalidInput:
        return InvalidInput(
            Problem(
                thing="field" if value is None else field,
                value=field if value is None else str(value),
                expected=expected,
                file=self.file,
                line=self.line(field),
                field=field if self._places is not None else self._place(field),
                next_step=next_step,
            )
        )

    def _place(self, field: str) -> str:
        """The path to a field."""
        parts = [name if index == ALONE else f"{name}[{index}]" for name, index in self._path]
        return ".".join([*parts, field] if field else parts)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Whatever is refused inside without a place is told with this one."""
        try:
            yield
        except InvalidInput as error:
            raise InvalidInput(*(one if one.file else self._told(one) for one in error.problems)) from None

    def _told(self, one: Problem) -> Problem:
        field = self._place(one.field) if self._places is None else one.field
        return replace(one, file=self.file, line=one.line or self.line(), field=field)

    def _named(self, kind: type) -> str:
        return "an object" if kind is dict and self._places is None else _NAMES[kind]

    def _inner(self, field: str, values: dict[str, object], index: int) -> "Form":
        return Form(values, file=self.file, places=self._places, path=(*self._path, (field, index)))

    def _placed(self, field: str, read: Callable[[], Wanted]) -> Wanted:
        try:
            return read()
        except InvalidInput as error:
            raise self.problem(field, error.problems[0].value, error.problems[0].expected) from None


def read_form(path: Path) -> Form:
    """Read a TOML file.

    Raises:
        InvalidInput: too large, too deep, not UTF-8, or not TOML (with the line).
        NotFound: no such file.
    """
    try:
        text = read_limited(path, MOST_TOML_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "bytes that are not UTF-8", error.start) from None
    return parse_form(text, path.name)


def parse_form(text: str, file: str) -> Form:
    """Read TOML text; see read_form."""
    if any(run.group().count(".") > MOST_KEY_DOTS for run in _DOTTED.finditer(text)):
        raise _too_deep(file)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        reason = _TOML_LINE.sub("", str(error)).strip()
        raise InvalidInput(Problem(thing="TOML", value=reason, expected="valid TOML", file=file, line=line)) from None
    except ValueError as error:  # a number of thousands of digits
        raise InvalidInput(Problem(thing="number", value=str(error), expected="a shorter number", file=file)) from None
    except RecursionError:
        raise _too_deep(file) from None
    _check_size(values, file)
    return Form(values, file=file, places=Places(text))


def _check_size(values: dict[str, object], file: str) -> None:
    """Bounded depth and count, walked without recursion."""
    count = 0
    layer: list[object] = [values]
    for _ in range(MOST_TOML_DEPTH):
        count += len(layer)
        layer = [item for one in layer for item in _inside(one)]
        if count > MOST_TOML_VALUES:
            raise InvalidInput(
                Problem(thing="values", value=f"over {MOST_TOML_VALUES:,}", expected="fewer values", file=file)
            )
        if not layer:
            return
    raise _too_deep(file)


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _as_day(value: object) -> object:
    """A TOML date; a date with a time of day is refused, a bare time too."""
    if isinstance(value, datetime | time):
        raise InvalidInput(Problem(thing="date", value=str(value), expected="a day without a time"))
    return value


def _too_deep(file: str) -> InvalidInput:
    return InvalidInput(
        Problem(
            thing="nesting",
            value=f"over {MOST_TOML_DEPTH} levels",
            expected="tables and lists nested less deep",
            file=file,
        )
    )


def _unreadable(path: Path, value: str, at: int) -> InvalidInput:
    return InvalidInput(
        Problem(thing="text", value=f"{value} (byte {at})", expected="a file saved as UTF-8", file=path.name)
    )


_NAMES: dict[type, str] = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list in square brackets",
    dict: "a table",
}
