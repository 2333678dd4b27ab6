"""Answers as parts of a page, and why there is none where there cannot be one."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from markupsafe import Markup

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.tell import of_core
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered
from twelfth.web.writing import spoken

IF = "if-"
"""How the place of what was only tried begins. It is remembered apart: who tries much would else have what stands on
every page made again."""


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
        with spoken():
            try:
                return cls(place=place, heading=heading, body=Markup(made()))
            except (NotEnoughData, InvalidInput) as error:
                words = of_core(error.reason)
                return cls(place=place, heading=heading, why=sorry or words, words=words if sorry else "")

    @classmethod
    def remembered(cls, one: Open, place: str, heading: str, made: Callable[[], str], *, sorry: str = "") -> "Told":
        """As `of`; made once for the same facts, rounds and day."""
        return _memory(place).get(_key(one, place), lambda: cls.of(place, heading, made, sorry=sorry))

    @classmethod
    def is_remembered(cls, one: Open, place: str) -> bool:
        """Whether it is there at once."""
        return _memory(place).has(_key(one, place))

    def split(self) -> "Told":
        """Its first section alone, without its heading, and the others as the rest."""
        head, *others = str(self.body).split("<h3>")
        if len(others) < 2:
            return self
        first, rest = head + others[0].partition("</h3>")[2], "<h3>" + "<h3>".join(others[1:])
        return replace(self, body=Markup(first), rest=Markup(rest))


def _key(one: Open, place: str) -> Hashable:
    return place, one.ground, get_language()


def _memory(place: str) -> "Remembered[Told]":
    return _TRIED if place.startswith(IF) else _REMEMBERED


_REMEMBERED: Remembered[Told] = Remembered()
_TRIED: Remembered[Told] = Remembered()
