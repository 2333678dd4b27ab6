"""New traits out of the columns of somebody's table: their names, kinds, levels and text in traits.toml."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twelfth.base import alike, invalid, shorten, unaccented, word_of
from twelfth.goal import NAME_PATTERN
from twelfth.packs.sheet import Cleaned
from twelfth.usecases import ColumnRead

_PROTECTED = re.compile(
    r"\b(?:sex|gender|age|race|ethnicity|religion|disability|nationality|marital|marital ?status"
    r"|birth|birthday|birthdate"
    r"|sexo|genero|edad|raza|etnia|religion|discapacidad|nacionalidad|estado ?civil|nacimiento)\b"
)
NAMING = {
    *("id", "name", "person", "full_name", "first_name", "last_name", "surname", "email", "e_mail"),
    *("nombre", "apellido", "apellidos", "correo"),
}
"""Columns of texts that say who somebody is, beside the one that tells people apart."""
MOST_LEVELS = 20
"""A text column with more different values is not a category but a remark, and is left out."""
ALL_ALIKE = "everybody known has the same text, and a category needs two"
_PROTECTED_TOML = """\
# Protected, for it reads like sex, age, religion or the like: shown, but never ranked as a gap and never asked for.
# Take the next line away only if this column is about something else.
protected = true
"""
_DAY_TOML = """\
# A day is no gap. It counts through years_since, under [[derived]], in a condition; for a gap write a number of years.
"""
_MARKED_TOML = """\
# Only a mark or nothing stands here, so nobody is said to lack it. If a blank means no, write no there and "both" here.
"""
_TAKEN = ("id", "round", "outcome")
"""Columns of yes_group.csv that are no traits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTrait:
    """A column read as a trait. `cells`: one a person, blank where unknown. `levels`: of a category, the word for each
    text, as `alike` gives it. `why_not`: why it is no trait; its kind is then blank. `same`: the word that all who are
    known have, where to have it is the trait."""

    column: str
    name: str
    label: str
    cells: list[str]
    kind: str = ""
    unit: str = ""
    marked: bool = False
    levels: Mapping[str, str]
    why_not: str = ""
    same: str = ""

    @property
    def protected(self) -> bool:
        """Whether the column reads, in English or Spanish, like something that is never a lever."""
        return is_protected(self.column)

    def written(self, index: int) -> str:
        """The cell of one person as a pack writes it."""
        cell = self.cells[index]
        return self.levels[alike(cell)] if cell and self.kind == "category" else cell

    def spellings(self) -> dict[str, tuple[str, ...]]:
        """By level of a category, the ways its text is written: the most usual first, of two the one with accents."""
        often = Counter(cell for cell in self.cells if cell)
        ways = sorted(often, key=lambda one: (-often[one], one.isascii()))
        return {word: tuple(one for one in ways if alike(one) == text) for text, word in self.levels.items()}

    def read(self) -> ColumnRead:
        """What is said of the column before anything is written."""
        return ColumnRead(
            column=self.column,
            becomes=self.name if self.kind else "",
            kind=self.kind,
            unit=self.unit,
            levels=tuple(sorted(self.levels.values())),
            protected=bool(self.kind) and self.protected,
            known=sum(1 for cell in self.cells if cell),
            why_not=self.why_not,
        )

    def left_out(self) -> str:
        """The sentence that names a column that is no trait."""
        return f'The column "{shorten(self.column)}" was left out: {self.why_not}.'

    def text(self) -> str:
        """Its table in traits.toml."""
        head = f'[[trait]]\nname = "{self.name}"\nlabel = {quoted(self.label)}\nkind = "{self.kind}"\n'
        unit = f"unit = {quoted(self.unit)}\n" if self.unit else ""
        day = _DAY_TOML if self.kind == "date" else ""
        recorded = f'{_MARKED_TOML}recorded = "positives-only"\n' if self.marked else 'recorded = "both"\n'
        guard = _PROTECTED_TOML if self.protected else ""
        return f"{head}{unit}{self._levels_text()}{day}{recorded}{guard}"

    def _levels_text(self) -> str:
        if self.kind != "category":
            return ""
        text = f"levels = [{', '.join(quoted(word) for word in sorted(self.levels.values()))}]\n"
        bases = Counter(word_of(one) for one in self.levels)
        if max(bases.values()) > 1:
            shown = {self.levels[alike(cell)]: cell for cell in reversed(self.cells) if cell}
            labels = ", ".join(f"{word} = {quoted(shown[word])}" for word in sorted(shown))
            text += f"level_labels = {{ {labels} }}\n"
        return text + '# If these have an order, change kind to "ordered" and list the lowest first.\n'


def new_traits(clean: Cleaned, columns: Iterable[str]) -> list[NewTrait]:
    """A trait for each of these columns, or the reason why it is none.

    Raises:
        InvalidInput: a name given to a column is none of a trait, or is given to two.
    """
    columns = list(columns)
    names = _trait_names(columns, clean)
    return [_new_trait(column, names[column], clean) for column in columns]


def _new_trait(name: str, trait: str, clean: Cleaned) -> NewTrait:
    column = clean.columns[name]
    kind, why_not = column.kind, ""
    levels: dict[str, str] = {}
    if not kind:
        why_not = "it is blank or unknown for everybody"
    elif kind == "text":
        texts = {alike(cell) for cell in set(column.cells) if cell}
        why_not = _why_no_category(name, texts)
        kind = "" if why_not else "category"
        levels = {} if why_not else _levels(column.cells)
    return NewTrait(
        column=name,
        name=trait,
        label=clean.titles[name],
        cells=column.cells,
        kind=kind,
        unit=clean.units[name] if kind == "numeric" else "",
        marked=column.marked,
        levels=levels,
        why_not=why_not,
    )


def _why_no_category(name: str, texts: set[str]) -> str:
    if word_of(name) in NAMING:
        return "it names people, and names compare nobody"
    if len(texts) < 2:
        return ALL_ALIKE
    if len(texts) > MOST_LEVELS:
        return f"it holds {len(texts)} different texts, and a category has at most {MOST_LEVELS}"
    return ""


def is_protected(label: str) -> bool:
    """Whether a column reads, in English or Spanish, like something that is never a lever."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return _PROTECTED.search(re.sub(r"[^a-z]+", " ", unaccented(apart))) is not None


def quoted(text: str) -> str:
    """A text in TOML, on one line whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'


def csv_text(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


def no_formula(text: str) -> str:
    """A text no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def trait_name(name: str, column: str) -> str:
    """A name given to a column. Raises InvalidInput for one that no trait can have."""
    if not NAME_PATTERN.fullmatch(name):
        raise invalid(
            f"name for the column {shorten(column)!r}",
            name,
            "lower case a-z, 0-9 and _, starting with a letter, or - to leave it out",
            next_step=f"Write --map {shorten(column)!r}={word_of(name)}, for example.",
        )
    return name


def _trait_names(columns: list[str], clean: Cleaned) -> dict[str, str]:
    names = {column: trait_name(clean.given[column], column) for column in columns if column in clean.given}
    for column, name in names.items():
        if list(names.values()).count(name) > 1 or name in _TAKEN:
            raise invalid(f"name for the column {shorten(column)!r}", name, "a name that no other column has")
    for column in columns:
        if column not in names:
            name = base = word_of(clean.titles[column])
            number = 2
            while name in names.values() or name in _TAKEN:
                name, number = f"{base}_{number}", number + 1
            names[column] = name
    return names


def _levels(cells: list[str]) -> dict[str, str]:
    """A word of its own for each text. Those that are words already keep them; A+ is then a_2 where there is an A."""
    texts = dict.fromkeys(alike(cell) for cell in dict.fromkeys(cells) if cell)
    words: dict[str, str] = {}
    for text in sorted(texts, key=lambda one: word_of(one) != one):
        word = base = word_of(text)
        number = 2
        while word in words.values():
            word, number = f"{base}_{number}", number + 1
        words[text] = word
    return words
