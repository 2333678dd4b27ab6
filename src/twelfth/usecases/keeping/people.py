"""Those who got in, as a person wrote them down: the table behind a goal of one's own.

It is kept under the goal like everything else, whole with every change: what it was before stands in the trail, it goes
out with an export, comes back with an import, and is gone when the goal is erased. Deliberately reads no text: what a
pasted table means is found out elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from twelfth.base import alike, invalid, word_of
from twelfth.goal import Binary, Category, DateTrait, Level, Numeric, Ordered, Recorded, Trait
from twelfth.usecases.keeping.exact import LATER

MOST_PEOPLE = 2_000
"""By hand one writes down a few hundred; every change is kept with the whole table, and an export carries them all."""
KEY = re.compile(r"[1-9]\d{0,3}|[0-9a-f]{8}", re.ASCII)
"""By which one person of a table is found: a place it once had, or what was drawn when somebody joined."""
_LINE = re.compile(r"[1-9]\d{0,3}(?: \(\d+\))?", re.ASCII)
"""A name that may be the number of a line, which is whoever stands there: nobody else was named."""
_THOUSANDS = re.compile(r"-?\d{1,3}[.,]\d{3}", re.ASCII)
MOST_COLUMNS = 100
MOST_LEVELS = 100
"""Of one column: what holds more words than these compares nobody."""
LONGEST = 500
"""Characters of a title, of a name, of a word."""
MOST_COUNT = 100_000_000
"""Who applied to one round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleColumn:
    """One thing known of those who got in.

    name: of the trait it is. kind: binary, numeric, category or date. levels: of a category, (word, as it is written).
    order: words of a category from what counts least on; once it has all of them, they are an order. protected: shown,
    and never compared. marked: only its presence is ever written down. fixed: nothing changes it any more.
    """

    name: str
    title: str
    kind: str
    unit: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    protected: bool = False
    marked: bool = False
    order: tuple[str, ...] = ()
    fixed: bool = field(default=False, metadata=LATER)

    @property
    def is_ordered(self) -> bool:
        """Whether every word has its place."""
        return bool(self.order) and not self.unplaced

    @property
    def in_order(self) -> tuple[str, ...]:
        """The words that have a place in the order, as they are written, what counts least first."""
        shown = dict(self.levels)
        return tuple(shown[word] for word in self.order if word in shown)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Words that have no place in the order, as they are written; none where nobody said an order."""
        return tuple(shown for word, shown in self.levels if self.order and word not in self.order)

    def placed(self, places: Mapping[str, int]) -> "PeopleColumn":
        """With an order. places: of each word, what counts least first; none: without an order.

        Raises:
            InvalidInput: a place for some of the words only, or one place for two.
        """
        words = {word for word, _ in self.levels}
        if places and (set(places) != words or len(set(places.values())) != len(places)):
            raise invalid(f"order of {self.name}", len(places), "a place of its own for each word, or none at all")
        return replace(self, order=tuple(sorted(places, key=lambda one: places[one])))

    def said_as(self, before: "PeopleColumn") -> "PeopleColumn":
        """With what was said of another column: its order, as far as the words are the same, and if it is fixed. An
        order of this one that only has more words than the other, and the same before the same, stays."""
        words = {word for word, _ in self.levels}
        order = tuple(one for one in before.order if one in words)
        more = words > {word for word, _ in before.levels}
        if more and tuple(one for one in self.order if one in order) == order:
            order = self.order or order
        return replace(self, order=order, fixed=before.fixed)

    @property
    def trait(self) -> Trait:
        """Raises InvalidInput where it is none."""
        said = {"label": self.title, "protected": self.protected, "fixed": self.fixed}
        match self.kind:
            case "binary":
                recorded = Recorded.POSITIVES_ONLY if self.marked else Recorded.BOTH
                return Binary(self.name, recorded=recorded, **said)  # type: ignore[arg-type]
            case "numeric":
                return Numeric(self.name, unit=self.unit, **said)  # type: ignore[arg-type]
            case "category":
                words = self.order if self.is_ordered else tuple(word for word, _ in self.levels)
                worded = Ordered if self.is_ordered else Category
                return worded(self.name, levels=words, level_labels=self.levels, **said)  # type: ignore[arg-type]
            case "date":
                return DateTrait(self.name, **said)  # type: ignore[arg-type]
            case _:
                raise invalid("kind of a column", self.kind, "binary, numeric, category or date", field="kind")

    def worded(self, text: str) -> tuple["PeopleColumn", str]:
        """The column with a level for this text, and its word: that of a text alike, or a new one."""
        known = next((word for word, shown in self.levels if alike(shown) == alike(text)), "")
        if known:
            return self, known
        taken, base = {word for word, _ in self.levels}, word_of(text)
        word = next(one for one in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3))) if one not in taken)
        return replace(self, levels=(*self.levels, (word, text))), word


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePerson:
    """Somebody who got in. levels: of each column; None where it is not known. key: the person keeps it, whatever is
    mended or sorted; "" where the table never changed, and there the place, counted from 1, stands for it."""

    id: str
    levels: tuple[Level | None, ...]
    key: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleKept:
    """The table as of a day. applied, selected: about how many there are in a round, by the person's own word.

    Raises:
        InvalidInput: more than one person needs, a column that is no trait, a name twice, a level that is none of its
            column, or more selected than applied.
    """

    on: date
    columns: tuple[PeopleColumn, ...]
    people: tuple[OnePerson, ...]
    applied: int | None = None
    selected: int | None = None

    def __post_init__(self) -> None:
        _check_size(self)
        _check_people(self)
        _check_figures(self.applied, self.selected)

    @property
    def traits(self) -> tuple[Trait, ...]:
        """The columns as traits."""
        return tuple(one.trait for one in self.columns)

    def fixing(self, names: Iterable[str]) -> "PeopleKept":
        """With the columns of these names as those that cannot change any more, and no others."""
        fixed = frozenset(names)
        return replace(self, columns=tuple(replace(one, fixed=one.name in fixed) for one in self.columns))

    @property
    def fixed(self) -> tuple[PeopleColumn, ...]:
        """The columns that cannot change any more."""
        return tuple(one for one in self.columns if one.fixed)

    @property
    def keys(self) -> tuple[str, ...]:
        """By which each person is found, in the order of the table."""
        return tuple(one.key or str(place) for place, one in enumerate(self.people, 1))

    def person(self, key: str) -> OnePerson | None:
        """Who has a key; None where nobody has it, or not any more."""
        return dict(zip(self.keys, self.people, strict=True)).get(key)

    def added(self, person: OnePerson, *, columns: tuple[PeopleColumn, ...], on: date) -> "PeopleKept":
        """With one person more, whose key nobody ever had. columns: with the words that are new with them."""
        return replace(self, columns=columns, people=(*self._keyed, person), on=on)

    def mended(self, key: str, person: OnePerson, *, columns: tuple[PeopleColumn, ...], on: date) -> "PeopleKept":
        """With another word of who has a key, who keeps it. columns: with the words that are new with them."""
        new = replace(person, key=key)
        return replace(
            self, columns=columns, people=tuple(new if each.key == key else each for each in self._keyed), on=on
        )

    def without(self, key: str, *, on: date) -> "PeopleKept":
        """Without who has a key."""
        return replace(self, people=tuple(each for each in self._keyed if each.key != key), on=on)

    def keyed_as(self, before: "PeopleKept", *, new: Iterable[str]) -> "PeopleKept":
        """Who was in another table keeps the key of there: under the same name, or where that may be the number of a
        line, with the same levels. new: keys nobody ever had, for the others."""
        found, drawn = _known_as(self, before), iter(new)
        return replace(self, people=tuple(replace(one, key=found.get(one.id) or next(drawn)) for one in self.people))

    @property
    def _keyed(self) -> tuple[OnePerson, ...]:
        """The people, each with the key in so many words: from now on places change."""
        return tuple(replace(one, key=key) for one, key in zip(self.people, self.keys, strict=True))

    def cells(self, person: OnePerson) -> tuple[str, ...]:
        """What is known of one person, as it is written; "" where nothing is."""
        return tuple(
            "" if level is None else _written(column, level)
            for column, level in zip(self.columns, person.levels, strict=True)
        )

    def pasted(self, point: str = ".", *, yes: str = "yes") -> str:
        """As a table that can be pasted again. point: before the decimals of a number; yes: as a language says it."""
        titles = ("id", *(f"{one.title} ({one.unit})" if one.unit else one.title for one in self.columns))
        lines = (titles, *((one.id, *self._pointed(one, point, yes)) for one in self.people))
        return "\n".join(";".join(_cell(text) for text in line) for line in lines)

    def _pointed(self, person: OnePerson, point: str, yes: str) -> tuple[str, ...]:
        """Its cells, numbers with this sign before their decimals, and yes by this word."""
        told = zip(self.columns, self.cells(person), strict=True)
        instead = {"numeric": (".", point), "binary": ("yes", yes)}
        return tuple(cell.replace(*instead[column.kind]) if column.kind in instead else cell for column, cell in told)

    __str__ = pasted


def _known_as(table: PeopleKept, before: PeopleKept) -> dict[str, str]:
    """The keys of those who were in the table before, by their names in this one; each key once."""
    free = {one.id: (key, _told_of(before, one)) for one, key in zip(before.people, before.keys, strict=True)}
    found = dict[str, str]()
    for one in table.people:
        if one.id in free and (not _LINE.fullmatch(one.id) or _told_of(table, one) == free[one.id][1]):
            found[one.id], _ = free.pop(one.id)
    alike_to = dict[frozenset[tuple[str, str]], list[str]]()
    for key, told in free.values():
        alike_to.setdefault(told, []).append(key)
    for one in table.people:
        keys = alike_to.get(_told_of(table, one))
        if keys and one.id not in found and _LINE.fullmatch(one.id):
            found[one.id] = keys.pop(0)
    return found


def _told_of(table: PeopleKept, person: OnePerson) -> frozenset[tuple[str, str]]:
    """What is known of one person, by the names of the columns."""
    return frozenset(zip((one.name for one in table.columns), table.cells(person), strict=True))


def _written(column: PeopleColumn, level: Level) -> str:
    match level:
        case bool():
            return "yes" if level else "no"
        case int() | float():
            short = f"{level:g}"
            return short if float(short) == level else repr(level)
        case _:
            return dict(column.levels).get(str(level), str(level))


def _cell(text: str) -> str:
    """A cell between semicolons. 1.234 could be thousands, 1.2340 could not."""
    plain = " ".join(text.split())
    plain = f"{plain}0" if _THOUSANDS.fullmatch(plain) else plain
    return '"' + plain.replace('"', '""') + '"' if '"' in plain or ";" in plain else plain


def _check_size(table: PeopleKept) -> None:
    for thing, count, most in (
        ("people", len(table.people), MOST_PEOPLE),
        ("columns", len(table.columns), MOST_COLUMNS),
        ("words of a column", max((len(one.levels) for one in table.columns), default=0), MOST_LEVELS),
    ):
        if count > most:
            raise invalid(thing, f"{count:,}", f"at most {most:,}")
    words = (text for one in table.columns for text in (one.title, one.unit, *(shown for _, shown in one.levels)))
    for text in (*words, *(one.id for one in table.people)):
        if len(text) > LONGEST or any(not sign.isprintable() for sign in text):
            raise invalid("text of a table", text, f"at most {LONGEST} characters that can be seen, on one line")
    if not table.columns:
        raise invalid("columns", "0", "at least one thing that is known of people")


def _check_people(table: PeopleKept) -> None:
    for column in table.columns:
        if len(set(column.order)) != len(column.order) or not set(column.order) <= {word for word, _ in column.levels}:
            raise invalid(f"order of {column.name}", ", ".join(column.order), "words of the column, each once")
    names = [one.name for one in table.columns]
    if len(set(names)) != len(names):
        raise invalid("columns", ", ".join(names), "each name once")
    if len({one.id for one in table.people}) != len(table.people):
        raise invalid("people", "a name twice", "a name of their own for each")
    if len(set(table.keys)) != len(table.people):
        raise invalid("people", "a key twice", "a key of their own for each")
    traits = table.traits
    for person in table.people:
        if person.key and not KEY.fullmatch(person.key):
            raise invalid("key of a person", person.key, "a whole number below 10,000, or 8 signs of 0-9 and a-f")
        if not person.id.strip() or len(person.levels) != len(traits):
            raise invalid("person", person.id, f"a name, and {len(traits)} levels")
        for trait, level in zip(traits, person.levels, strict=True):
            if level is not None and _as_kept(trait.parse(level)) != _as_kept(level):
                raise invalid(f"{trait.name} of a person", level, f"a level of the kind {trait.kind}")


def _as_kept(level: Level) -> tuple[bool, Level]:
    """1 is no "yes"."""
    return isinstance(level, bool), level


def _check_figures(applied: int | None, selected: int | None) -> None:
    for thing, count in (("number who apply", applied), ("number selected", selected)):
        if count is not None and not 1 <= count <= MOST_COUNT:
            raise invalid(thing, count, f"a whole number from 1 to {MOST_COUNT:,}")
    if applied is not None and selected is not None and selected > applied:
        raise invalid("number selected", selected, f"at most the {applied:,} who apply")
