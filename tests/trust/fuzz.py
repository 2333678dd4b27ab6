"""One reader of foreign files fed with inputs that grow out of good examples, led by the code they reach.

    python -m tests.trust.fuzz READER INPUTS SEED

Ends with 0 and the line "Done INPUTS runs" where every input was read or refused in a sentence. Anything else that is
raised, an input that takes longer than SLOWEST, and more memory than MOST_BYTES end it otherwise; the input that did
it is written as text to stderr.
"""

import os
import random
import re
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["twelfth"]):
    from tests.foreign import Reader, found_in, readers

    # imported late by others, and then not led by
    from twelfth.packs import answered_sheet, pasted_people, roadmap_file, work_sheet  # noqa: F401

SLOWEST = 5
"""Seconds for one input."""
MOST_BYTES = 768_000_000
LONGEST = 400
"""Bytes of an input, unless an example is longer."""
TOKEN = re.compile(rb"[A-Za-z_]+|[-+]?[0-9][0-9.e+-]*|\"[^\"\n]*\"|[^\sA-Za-z0-9]|\n|\s+")
ODD = (
    b"nan", b"NaN", b"inf", b"-Infinity", b"1e308", b"-1e308", b"1e999", b"5e-324", b"0", b"-0", b"-1", b"9" * 400,
    b"0.1", b"2025-02-30", b"0001-01-01", b"9999-12-31", b"2009..2011", b"2011..2009", b"unknown", b"?", b"true",
    b"null", b"[]", b"{}", b'""', b'"', b"'", b",", b";", b"\t", b"\n", b"\r\n", b"sep=;\n", b"..", b"<10", b"=1+1",
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud83d", "１２".encode(), "é".encode(),
    "\u202e".encode(), b"[" * 300, b"[[x]]\n", b"a." * 60, b"10%", b"1,234", b"1 000", b"12:30", b"(h)", b"Total",
    b"round", b"id",
)  # fmt: skip


def main(name: str, inputs: int, seed: int) -> None:
    with tempfile.TemporaryDirectory(dir=_fast()) as folder:
        work, examples = Path(folder) / "work", Path(folder) / "examples"
        work.mkdir()
        examples.mkdir()
        reader = readers(work)[name]
        longest = _written(reader, examples)
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))

        def tried(content: bytes) -> None:
            try:
                found_in(reader, content)
            except BaseException:
                sys.stderr.write(f"The input: {content!r}\n")
                raise

        options = (f"-runs={inputs}", f"-seed={seed}", f"-max_len={max(LONGEST, 2 * longest)}", "-len_control=0")
        limits = (f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_BYTES // 1_000_000}", f"-artifact_prefix={folder}/")
        atheris.Setup([sys.argv[0], *options, *limits, str(examples)], tried, custom_mutator=_changed(reader))
        atheris.Fuzz()


def _fast() -> str | None:
    """A folder in memory where there is one: every input becomes a file."""
    shared = "/dev/shm"
    return shared if os.access(shared, os.W_OK) else None


def _written(reader: Reader, folder: Path) -> int:
    """Every example as a file, once it is seen to be read; bytes of the longest."""
    for at, example in enumerate(reader.examples):
        if found_in(reader, example) is None:
            sys.exit(f"Example {at} is refused.")
        (folder / str(at)).write_bytes(example)
    return max(map(len, reader.examples))


def _changed(reader: Reader) -> Callable[[bytes, int, int], bytes]:
    """Bytes changed blindly one time in three; else a few of the words, signs and numbers in them."""

    def change(content: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 1 / 3:
            return bytes(atheris.Mutate(content, most))
        tokens = TOKEN.findall(content) or [b""]
        others = tokens if chance.random() < 0.8 else TOKEN.findall(chance.choice(reader.examples))
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            at = chance.randrange(len(tokens))
            match chance.randrange(5):
                case 0:
                    tokens[at] = b""
                case 1:
                    tokens[at] += tokens[at] + b" "
                case 2:
                    tokens[at] = chance.choice(others)
                case _:
                    tokens[at] = chance.choice(ODD)
        return b"".join(tokens)[:most]

    return change


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
