"""A table of those who got in, pasted or sent as a file: its text, what was read of it, and why it cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from secrets import token_hex

from django.http import HttpRequest
from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, Problem, shorten
from twelfth.compose import sent_text
from twelfth.usecases import LEAVE_OUT, MOST_PEOPLE, PeopleColumn, PeopleKept, PeopleRead
from twelfth.web.asked import Asked
from twelfth.web.desk import Desk
from twelfth.web.words import core_words

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""With which the files of spreadsheet programs begin: those of today, and Excel's older ones."""
KINDS = ("numeric", "category", "binary", LEAVE_OUT)
"""What may be said of a column."""
FIELD = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A table as it was read, to be looked at. text: as it was given. kinds: said of columns, by place. digest: by
    which it is known that what is kept is what was shown."""

    text: str
    kinds: dict[int, str]
    read: PeopleRead
    table: PeopleKept

    @property
    def digest(self) -> str:
        return sha256(repr((self.text, sorted(self.kinds.items()))).encode("utf-8", "replace")).hexdigest()


def table_sent(request: HttpRequest, asked: Asked) -> str:
    """The text of a table that was pasted or sent as a file, "" without one; a file that is none is noted."""
    file = request.FILES.get("file")
    if file is None:
        text = asked.sent.get(FIELD, "").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        return text if text.strip() else ""
    content = file.read()
    if content.startswith(WORKBOOKS):
        asked.errors[FIELD] = _(
            "This is a workbook of a spreadsheet program, such as Excel. Save it as CSV (File, Save as, CSV UTF-8), or "
            "copy its cells and paste them here."
        )
        return ""
    try:
        text = sent_text(content, file=FIELD).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    except InvalidInput:
        text = ""
    if not text.strip():
        asked.errors[FIELD] = _("This file is no table. Save the table as CSV, or copy its cells and paste them here.")
        return ""
    return text


def table_read(here: Desk, asked: Asked, text: str, *, before: PeopleKept | None = None) -> Shown | None:
    """What a text amounts to; None where it is no table, which is noted. before: the table it replaces."""
    kinds = {
        int(name.removeprefix("kind-")): value
        for name, value in asked.sent.items()
        if name.startswith("kind-") and value in KINDS and name[5:].isdecimal() and name.isascii() and len(name) < 9
    }
    try:
        read = here.keeping.people.read(text, kinds=kinds)
        if read.people and not read.columns:
            asked.errors[FIELD] = _(
                "There is nothing to compare by here: expected a column of numbers, of yes and no, or of a few words "
                "that differ. The first line is the names of the columns."
            )
            return None
        return Shown(
            text=text, kinds=kinds, read=read, table=read.kept(on=here.today, before=before, new=new_keys(before))
        )
    except InvalidInput as error:
        asked.errors[FIELD] = told_problem(error.problems[0])
        return None


def new_keys(table: PeopleKept | None) -> Iterator[str]:
    """Keys for people who join a table: what is drawn comes never again, also once its person is gone."""
    taken = set() if table is None else set(table.keys)
    while True:
        if (drawn := token_hex(4)) not in taken:
            taken.add(drawn)
            yield drawn


def told_problem(problem: Problem) -> str:
    """What is wrong with a table, for somebody who knows no program from inside."""
    value = {
        "value": shorten(core_words(problem.value)) if problem.value else "",
        "line": problem.line or 1,
        "column": problem.field,
    }
    match problem.thing:
        case "people" | "file":
            return _("There is nobody here: the first line is the names of the columns, each line below it one person.")
        case "number":
            told = _(
                "Line %(line)s, column %(column)s: “%(value)s” can be read in two ways. Write it without a sign for "
                "the thousands, such as 1500, or with another number of decimals, such as 1.50."
            )
        case "day":
            told = _("Line %(line)s, column %(column)s: “%(value)s” can be read in two ways. Write it as 2024-05-31.")
        case "row":
            told = _("Line %(line)s has more cells than the first line has names of columns.")
        case "CSV":
            told = _('Line %(line)s: a quotation mark (") is opened there and not closed.')
        case "text":
            told = _("Line %(line)s holds a sign that no table has. Copy the cells anew, or save the table as CSV.")
        case "text of a table":
            told = _("“%(value)s” is too long for a table: expected a name, a number or a few words in each cell.")
        case "size" | "rows" | "columns" | "cell" | "words of a column":
            told = _("That is too much for one table (%(value)s). Take the columns and people that count most.")
        case _:
            told = _("This cannot be read as a table (“%(value)s”). Copy the cells anew, or save the table as CSV.")
    return told % value


def orders_said(asked: Asked, table: PeopleKept) -> PeopleKept:
    """The table with the orders that were said of its words, each word by its number; what is wrong is noted. A column
    of which nothing was sent stays as it is."""
    return replace(table, columns=tuple(_order_said(asked, one) for one in table.columns))


def _order_said(asked: Asked, column: PeopleColumn) -> PeopleColumn:
    fields = {word: f"order-{column.name}-{word}" for word, _shown in column.levels}
    if column.kind != "category" or not any(one in asked.sent for one in fields.values()):
        return column
    places = {word: asked.count(name, most=MOST_PEOPLE) for word, name in fields.items()}
    try:
        return column.placed({word: place for word, place in places.items() if place is not None})
    except InvalidInput:
        told = _("Give each of these words a number of its own, 1 for what counts least; or leave all of them empty.")
        asked.errors.setdefault(f"order-{column.name}", told)
        return column
