"""Every foreign file that is meant to harm, after who is asked to read it."""

from collections.abc import Callable, Iterator

from tests.hostile_archives import HOSTILE_ARCHIVES
from tests.hostile_exports import HOSTILE_EXPORTS
from tests.hostile_texts import FORMS, INSTANCES, TABLES

Make = Callable[[], bytes]


def hostile_files(good: str) -> Iterator[tuple[str, str, Make, str]]:
    """(reader, name, what makes its bytes, what its refusal says). good: the text of an export."""
    for name, (archive, told) in HOSTILE_ARCHIVES.items():
        yield "archive", name, archive, told
    for name, (spoilt, told) in HOSTILE_EXPORTS.items():
        yield "export", name, lambda spoilt=spoilt: spoilt(good).encode(), told  # type: ignore[misc]
    for reader, corpus in (("yes-group", TABLES), ("case", FORMS), ("instance", INSTANCES)):
        for name, (make, told) in corpus.items():
            yield reader, name, make, told
