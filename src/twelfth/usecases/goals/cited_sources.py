"""The sources a case and its pack may cite on a day."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from twelfth.base import Source
from twelfth.usecases.ports import CaseShelf


def cited_sources(name: str, *, cases: CaseShelf, as_of: date) -> tuple[Source, ...]:
    """The sources of everything in the case and its pack that was known by a day: a later title may tell an outcome.

    Those of single people in the yes group stay in the pack.

    Raises:
        NotFound: no such case.
    """
    person, process = cases.get(name), cases.process_of(name)
    used = set(_cited((person.known(as_of), process.known(as_of))))
    return tuple(source for source in (*person.sources, *process.sources) if source.id in used)


def _cited(value: object) -> Iterator[str]:
    """The ids in every field named `source`, at any depth."""
    if isinstance(value, tuple):
        for one in value:
            yield from _cited(one)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from inner if field.name == "source" else _cited(inner)
