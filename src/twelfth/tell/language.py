"""The language answers are told in: English, until a door that has another says so around the telling.

A message is a whole sentence with named places, `%(name)s`, which the language may put in another order. What is kept
in a constant is marked with `N_` and translated where it is told, never where it is written. Numbers, percentages and
days are the same in every language.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Gettext = Callable[[str], str]
Ngettext = Callable[[str, str, int], str]
CONTEXT_ENDS = "\x04"
"""Stands between a context and its message in every catalogue of gettext."""


def _as_it_is(text: str) -> str:
    return text


def _by_count(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


_SPOKEN: ContextVar[tuple[Gettext, Ngettext]] = ContextVar("spoken", default=(_as_it_is, _by_count))


@contextmanager
def speaking(gettext: Gettext, ngettext: Ngettext) -> Iterator[None]:
    """Tell answers in another language until the block ends, in this thread alone."""
    before = _SPOKEN.set((gettext, ngettext))
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def N_(text: str) -> str:  # noqa: N802 (the usual name of what marks a text for the catalogue)
    """Mark a text to be translated when it is told."""
    return text


def _(text: str, **values: object) -> str:
    """A message in the language in force, its places filled. Without values a text is told as it is: a title of a
    pack may have a percent sign of its own."""
    told = _SPOKEN.get()[0](text) if text else text
    return told % values if values else told


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """The message for so many. Its place `num` is the count unless it is given."""
    told = _SPOKEN.get()[1](one, many, count)
    return told % ({"num": count} | values)


def pgettext(context: str, text: str, **values: object) -> str:
    """A message that means several things, told apart by a context."""
    asked = f"{context}{CONTEXT_ENDS}{text}"
    found = _SPOKEN.get()[0](asked)
    told = text if CONTEXT_ENDS in found else found
    return told % values if values else told
