"""Prints an answer: JSON with its schema id, or text; and the page where one was asked for."""

import json
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from twelfth import __version__

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Html = Annotated[str, typer.Option("--html", metavar="FILE", help="Also write a printable page to FILE.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Use only what was known by the end of this day: 1998-06-04, today, -3m."
    ),
]


def emit(
    answer: object,
    *,
    schema: str,
    as_json: bool,
    text: Callable[[bool], str],
    page: Callable[[], str] | None = None,
    html: str = "",
) -> None:
    """Write the page if asked, then the answer: stdout is data, stderr is messages."""
    from twelfth.base import plain
    from twelfth.compose import colour_allowed, save_page

    if html and page is not None:
        save_page(html, page())
        note(f"Page written to {html}")
    if as_json:
        envelope = {"schema": f"twelfth/{schema}/1", "twelfth": __version__, "answer": plain(answer)}
        write(json.dumps(envelope, ensure_ascii=False, indent=2, allow_nan=False) + "\n")
    else:
        write(text(sys.stdout.isatty() and colour_allowed()))


def write(text: str) -> None:
    """To stdout, whatever its encoding can carry.

    Raises:
        TwelfthError: nothing can be written there, as on a full disk.
    """
    from twelfth.base import TwelfthError

    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has had enough, as `head` has: no mistake, and nothing to say
        _give_up()
    except OSError as error:
        _give_up()
        raise TwelfthError(f"The answer cannot be written: {error.strerror}.") from None


def _give_up() -> None:
    """What is left unwritten goes nowhere, so that Python does not fail once more over it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(text: str) -> None:
    """To stderr."""
    sys.stderr.write(f"{text}\n")
