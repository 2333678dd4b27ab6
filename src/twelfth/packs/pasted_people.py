"""A pasted table of those who got in: what it amounts to, column by column, for somebody to look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from twelfth.base import Said, alike, invalid, parse_day, word_of
from twelfth.goal import Level
from twelfth.packs.new_traits import ALL_ALIKE, MOST_LEVELS, NAMING, NewTrait, new_traits
from twelfth.packs.sheet import Cleaned, Options, Sheet, cleaned, sheet_of, unknown
from twelfth.packs.table import check_signs
from twelfth.usecases import (
    LEAVE_OUT,
    MOST_PEOPLE,
    ColumnSeen,
    OnePerson,
    PeopleColumn,
    PeopleRead,
    WhyNot,
)

PASTED = "table"
TELL_APART = ("id", "name", "person", "full_name", "nombre", "persona")
"""Columns by which people are told apart; the first of them is taken."""
CEFR = ("a1", "a2", "b1", "b2", "c1", "c2")
"""The levels of a language, the lowest first: Council of Europe, Common European Framework of Reference, 2001."""
LONGEST_WORD = 60
"""What all have in common is asked of the person where it is no longer than this."""
MOST_CHARACTERS = 200_000
MOST_UNREAD = 5
"""Of what is written in a column and is not of its kind, so much is shown."""


def people_pasted(text: str, *, kinds: Mapping[int, str]) -> PeopleRead:
    """What a text amounts to. kinds: of columns by their place, where somebody said them. Raises InvalidInput."""
    if len(text) > MOST_CHARACTERS:
        size = Said("%(count)s characters", count=f"{len(text):,}")
        raise invalid("size", size, f"at most {MOST_CHARACTERS:,}")
    check_signs(text, PASTED)
    sheet = sheet_of(text, PASTED)
    if not sheet.rows:
        raise invalid("people", "0 lines", "at least one selected person", file=PASTED)
    if len(sheet.rows) > MOST_PEOPLE:
        raise invalid("size", Said("%(count)s people", count=f"{len(sheet.rows):,}"), f"at most {MOST_PEOPLE:,}")
    sheet, repeated = _once_each(sheet)
    said = {name: kinds[place] for place, name in enumerate(sheet.header) if place in kinds}
    return replace(_read(sheet, said), repeated=repeated)


def _once_each(sheet: Sheet) -> tuple[Sheet, int]:
    """The sheet without lines that say an earlier one again, where people are named; and how many there were."""
    if _naming(sheet, {}) is None:
        return sheet, 0
    first = {tuple(row): index for index, row in reversed(list(enumerate(sheet.rows)))}
    keep = sorted(first.values())
    once = replace(sheet, rows=[sheet.rows[at] for at in keep], lines=[sheet.lines[at] for at in keep])
    return once, len(sheet.rows) - len(keep)


def _naming(sheet: Sheet, said: Mapping[str, str]) -> str | None:
    """The column that tells people apart."""
    return next((one for one in sheet.header if word_of(one) in TELL_APART and not said.get(one)), None)


def _read(sheet: Sheet, said: Mapping[str, str]) -> PeopleRead:
    naming = _naming(sheet, said)
    out = {one: WhyNot.SAID_SO for one in sheet.header if said.get(one) == LEAVE_OUT}
    out |= {one: WhyNot.ROUND for one in sheet.header if word_of(one) == "round" and not said.get(one)}
    texts = (*((naming,) if naming else ()), *(one for one in sheet.header if said.get(one) == "category"))
    clean = cleaned(sheet, Options(maps=dict.fromkeys(out, LEAVE_OUT)), texts=texts, kinds=said)
    traits = _of_everybody(new_traits(clean, [one for one in clean.table.header if one != naming]))
    kept = {one.column: one for one in traits if one.kind}
    columns = {name: _column(one) for name, one in kept.items()}
    names = _names(sheet, naming)
    people = tuple(
        OnePerson(id=name, levels=tuple(_level(one, place) for one in kept.values()))
        for place, name in enumerate(names)
    )
    by_name = {one.column: one for one in traits}
    return PeopleRead(
        seen=tuple(
            ColumnSeen(title=name, kind="id", blank=sum(map(unknown, sheet.column(name))))
            if name == naming
            else ColumnSeen(title=name, kind="", why_not=out[name])
            if name in out
            else _seen(by_name[name], clean, columns.get(name))
            for name in sheet.header
        ),
        columns=tuple(columns.values()),
        people=people,
        around=sheet.around,
    )


def _of_everybody(traits: list[NewTrait]) -> list[NewTrait]:
    """A word that all who are known have in common is something that one has or not: what they all had counts most. Of
    the levels of a language it stays one."""
    taken, found = {one.name for one in traits}, list[NewTrait]()
    for one in traits:
        had = Counter(filter(None, one.cells))
        word = max(had, key=lambda each: had[each], default="")
        name = word_of(f"{one.name} {word}")
        if one.why_not != ALL_ALIKE or had.total() < 2 or len(word) > LONGEST_WORD:
            found.append(one)
        elif word_of(word) in CEFR:
            found.append(replace(one, kind="category", levels={alike(word): word_of(word)}, why_not=""))
        elif name not in taken:
            cells = ["yes" if cell else "" for cell in one.cells]
            label = f"{one.label}: {word}"
            found.append(replace(one, name=name, label=label, kind="binary", cells=cells, same=word, why_not=""))
        else:
            found.append(one)
    return found


def _names(sheet: Sheet, naming: str | None) -> list[str]:
    """A name for each line, none twice: a number where there is none."""
    cells = sheet.column(naming) if naming else [""] * len(sheet.rows)
    found: list[str] = []
    taken: set[str] = set()
    for number, cell in enumerate(cells, 1):
        name = base = str(number) if unknown(cell) else " ".join(cell.split())
        again = 2
        while name in taken:
            name, again = f"{base} ({again})", again + 1
        found.append(name)
        taken.add(name)
    return found


def _column(one: NewTrait) -> PeopleColumn:
    written = {word: ways[0] for word, ways in one.spellings().items()}
    scale = CEFR if one.kind == "category" and written.keys() <= set(CEFR) else ()
    return PeopleColumn(
        name=one.name,
        title=one.label,
        kind=one.kind,
        unit=one.unit,
        levels=tuple(sorted(({word: word.upper() for word in scale} | written).items())),
        protected=one.protected,
        marked=one.marked,
        order=scale,
    )


def _level(one: NewTrait, place: int) -> Level | None:
    cell = one.written(place)
    if not cell:
        return None
    match one.kind:
        case "binary":
            return cell == "yes"
        case "numeric":
            return float(cell)
        case "date":
            return parse_day(cell)
        case _:
            return cell


def _seen(one: NewTrait, clean: Cleaned, column: PeopleColumn | None) -> ColumnSeen:
    known = [cell for cell in one.cells if cell]
    unread = dict.fromkeys(cell.value for cell in clean.doubtful if cell.column == one.column)
    found = ColumnSeen(
        title=one.column,
        kind=one.kind,
        blank=len(one.cells) - len(known),
        unread=tuple(unread)[:MOST_UNREAD],
        protected=one.protected,
    )
    if column is None:
        return replace(found, why_not=_why_not(one, known))
    found = replace(found, name=column.name)
    if one.kind == "category":
        ways = one.spellings().values()
        return replace(found, different=len(ways), joined=tuple(way for way in ways if len(way) > 1))
    if one.kind == "binary":
        return replace(found, different=Counter(known)["yes"], same=one.same)
    ordered = sorted(known, key=float if one.kind == "numeric" else str)
    return replace(found, lowest=ordered[0], highest=ordered[-1])


def _why_not(one: NewTrait, known: list[str]) -> WhyNot:
    if not known:
        return WhyNot.BLANK
    if word_of(one.column) in NAMING:
        return WhyNot.NAMES
    return WhyNot.TOO_MANY if len(set(known)) > MOST_LEVELS else WhyNot.ALL_ALIKE
