"""One root error, and one error per way an answer can fail to come.

Errors hold the parts of a good message (thing, value, expected, next step) and never a traceback for a person.
What exit code each maps to is the command line's business, in one place there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with what was given: where it stands, what stands there, what was expected."""

    thing: str
    expected: str
    value: str | None = None
    file: str = ""
    line: int | None = None
    field: str = ""
    next_step: str = ""

    def __str__(self) -> str:
        places = (self.file, f"line {self.line}" if self.line else "", self.field)
        place = ", ".join(part for part in places if part)
        shown = "" if self.value is None else f" is {shorten(self.value)!r}"
        sentence = f"{self.thing}{shown}: expected {self.expected}."
        return f"{place}: {sentence}" if place else sentence


def shorten(text: str, *, most: int = 60) -> str:
    """A value fit for a message: at most `most` characters, control and surrogate characters made visible."""
    head = text[: most + 1]
    visible = head if head.isprintable() else "".join(map(_visible, head))
    return visible if len(visible) <= most else visible[: most - 1] + "…"


def _visible(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode()


class TwelfthError(Exception):
    """The root of every error Twelfth raises on purpose. `str()` of it is a sentence for a person; reason: the same,
    which may be a `Said`, with its form and its values."""

    next_step: str = ""

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.reason = message
        self.next_step = next_step


class InvalidInput(TwelfthError, ValueError):
    """What was given cannot be read or contradicts itself. Holds every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("Expected at least one problem.")
        super().__init__("\n".join(str(p) for p in problems), next_step=problems[0].next_step)
        self.problems = problems


class NotFound(TwelfthError, LookupError):
    """The thing named does not exist: a case, a pack, a round, an attempt."""


class Conflict(TwelfthError):
    """What was asked would overwrite or contradict what is kept."""


class NotEnoughData(TwelfthError):
    """The question is fair and the evidence does not answer it. Says what is missing."""


def invalid(
    thing: str, value: object, expected: str, *, next_step: str = "", field: str = "", file: str = ""
) -> InvalidInput:
    """The usual single-problem error.

    >>> str(invalid("hours per week", -3, "a number of at least 0"))
    "hours per week is '-3': expected a number of at least 0."
    """
    shown = value if isinstance(value, str) else str(value)  # a `Said` stays one
    return InvalidInput(
        Problem(thing=thing, value=shown, expected=expected, next_step=next_step, field=field, file=file)
    )
