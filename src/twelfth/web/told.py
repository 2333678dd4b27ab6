"""Answers as parts of a page, and why there is none where there cannot be one."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date

from django.utils.translation import get_language, gettext, ngettext
from markupsafe import Markup

from twelfth.base import InvalidInput, NotEnoughData, Source
from twelfth.tell import speaking
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One part: its place on the page, its heading, what is told; or why it cannot be: in words of the app, and in
    those of the program.

    rest: what stands behind it, where it was split: first what it comes to, and the rest for who wants to see.
    """

    place: str
    heading: str
    body: str = ""
    rest: str = ""
    why: str = ""
    words: str = ""

    @classmethod
    def of(cls, place: str, heading: str, made: Callable[[], str], *, sorry: str = "") -> "Told":
        """What is made, in the language of the page. Where it cannot be: `sorry`, and why in the program's words."""
        try:
            with speaking(gettext, ngettext):
                return cls(place=place, heading=heading, body=Markup(made()))
        except (NotEnoughData, InvalidInput) as error:
            return cls(place=place, heading=heading, why=sorry or str(error), words=str(error) if sorry else "")

    @classmethod
    def remembered(cls, one: Open, place: str, heading: str, made: Callable[[], str], *, sorry: str = "") -> "Told":
        """As `of`; made once for the same facts, rounds and day."""
        return _REMEMBERED.get(_key(one, place), lambda: cls.of(place, heading, made, sorry=sorry))

    @classmethod
    def is_remembered(cls, one: Open, place: str) -> bool:
        """Whether it is there at once."""
        return _REMEMBERED.has(_key(one, place))

    def split(self) -> "Told":
        """Its first section alone, without its heading, and the others as the rest."""
        head, *others = str(self.body).split("<h3>")
        if len(others) < 2:
            return self
        first, rest = head + others[0].partition("</h3>")[2], "<h3>" + "<h3>".join(others[1:])
        return replace(self, body=Markup(first), rest=Markup(rest))


def _key(one: Open, place: str) -> Hashable:
    return place, one.ground, get_language()


def sources_of(one: Open, as_of: date) -> tuple[Source, ...]:
    """The sources of everything in the goal and its pack that was known by a day."""
    case, process = one.cases.get(one.name), one.process
    used = set(_cited((case.known(as_of), process.known(as_of))))
    return tuple(source for source in (*case.sources, *process.sources) if source.id in used)


def _cited(value: object) -> Iterator[str]:
    """The ids in every field named `source`, at any depth."""
    if isinstance(value, tuple):
        for each in value:
            yield from _cited(each)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from inner if field.name == "source" else _cited(inner)


_REMEMBERED: Remembered[Told] = Remembered()
