"""Collects problems while a file is read, so that a person sees all of them at once, each with its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from twelfth.base import InvalidInput, Problem
from twelfth.packs.limits import MOST_PROBLEMS

CAUSES = ("pack.toml", "traits.toml")
"""A mistake in these brings mistakes in all the others, which must not crowd it out."""


class Report:
    """The problems found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, problem: Problem) -> None:
        self.problems.append(problem)

    @contextmanager
    def at(self, file: str, *, line: int | None = None, field: str = "") -> Iterator[None]:
        """Whatever is refused inside is kept, told with this place where it names none."""
        try:
            yield
        except InvalidInput as error:
            for one in error.problems:
                self.add(replace(one, file=one.file or file, line=one.line or line, field=one.field or field))

    def finish(self) -> None:
        """Raises InvalidInput with every problem, in the order of file and line, causes first; nothing when there is
        none."""
        if not self.problems:
            return
        ordered = sorted(
            dict.fromkeys(self.problems), key=lambda one: (one.file not in CAUSES, one.file, one.line or 0)
        )
        shown = ordered[:MOST_PROBLEMS]
        if len(ordered) > len(shown):
            rest = len(ordered) - len(shown)
            shown.append(Problem(thing="further problems", value=str(rest), expected="none; correct these first"))
        raise InvalidInput(*shown)
