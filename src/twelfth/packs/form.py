"""Reading TOML as a form: typed fields, unknown fields refused, every mistake told with file, line and field."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from twelfth.base import InvalidInput, Problem, When, parse_day, parse_when
from twelfth.packs.limits import MOST_TOML_BYTES, MOST_TOML_DEPTH, MOST_TOML_VALUES, read_limited

Wanted = TypeVar("Wanted")
_MISSING = object()
_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


class Form:
    """One table of a TOML file, and where it stands there."""

    def __init__(self, values: dict[str, object], *, file: str, text: str = "", path: tuple[tuple[str, int], ...] = ()) -> None:
        self._values = values
        self._text = text
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
                raise self.problem(field, None, f"{_NAMES[kind]}: the field is missing")
            return default  # type: ignore[return-value]
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.problem(field, value, _NAMES[kind])
        if isinstance(value, float) and value - value != 0:
            raise self.problem(field, value, "a finite number")
        return value

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
            raise self.problem(field, values, f"tables, each begun with [[{field}]]")
        return [self._inner(field, one, index) for index, one in enumerate(values)]

    def form(self, field: str) -> "Form | None":
        return self._inner(field, self.get(field, dict), 0) if field in self else None

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
        begins = _find_table(self._text, self._path)
        return _find_field(self._text, begins, field) if field else begins

    def problem(self, field: str, value: object, expected: str) -> InvalidInput:
        return InvalidInput(
            Problem(
                thing="field" if value is None else field,
                value=field if value is None else str(value),
                expected=expected,
                file=self.file,
                line=self.line(field),
                field=field,
            )
        )

    def _inner(self, field: str, values: dict[str, object], index: int) -> "Form":
        return Form(values, file=self.file, text=self._text, path=(*self._path, (field, index)))

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
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        reason = _TOML_LINE.sub("", str(error)).strip()
        raise InvalidInput(Problem(thing="TOML", value=reason, expected="valid TOML", file=file, line=line)) from None
    except RecursionError:
        raise _too_deep(file) from None
    _check_size(values, file)
    return Form(values, file=file, text=text)


def _check_size(values: dict[str, object], file: str) -> None:
    """Bounded depth and count, walked without recursion."""
    count = 0
    layer: list[object] = [values]
    for _ in range(MOST_TOML_DEPTH):
        count += len(layer)
        layer = [item for one in layer for item in _inside(one)]
        if count > MOST_TOML_VALUES:
            raise InvalidInput(Problem(thing="values", value=f"over {MOST_TOML_VALUES:,}", expected="fewer values", file=file))
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


def _find_table(text: str, path: tuple[tuple[str, int], ...]) -> int | None:
    lines = text.splitlines()
    at = 0
    prefix: list[str] = []
    for name, index in path:
        prefix.append(name)
        header = re.compile(r"\s*\[{1,2}\s*" + r"\s*\.\s*".join(map(re.escape, prefix)) + r"\s*\]{1,2}")
        found = [number for number, line in enumerate(lines, 1) if number > at and header.match(line)]
        if len(found) <= index:
            return at or None
        at = found[index]
    return at or None


def _find_field(text: str, begins: int | None, field: str) -> int | None:
    for number, line in enumerate(text.splitlines()[begins or 0 :], (begins or 0) + 1):
        if re.match(rf"\s*\"?{re.escape(field)}\"?\s*[.=]", line):
            return number
        if line.lstrip().startswith("[") and begins is not None and not re.match(r"\s*\[+[\"'\d\[]", line):
            break
    return begins


def _too_deep(file: str) -> InvalidInput:
    return InvalidInput(
        Problem(thing="nesting", value=f"over {MOST_TOML_DEPTH} levels", expected="tables and lists nested less deep", file=file)
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
