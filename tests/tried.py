"""How many examples a law or a twin is tried on, and how often a promise: some of them in `make test`, all of them in
`make test-long` and in `make test-trust`."""

import os
from collections.abc import Callable, Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

SLOW = (HealthCheck.too_slow,)
"""How fast an example is drawn is a matter of the machine, and asserted nowhere."""
LONG, TRUST = (os.environ.get("TWELFTH_TESTS") == asked for asked in ("long", "trust"))

Test = Callable[..., Any]


def tried(some: int, *, of: int, despite: Collection[HealthCheck] = ()) -> Callable[[Test], Test]:
    """A law of Hypothesis, drawn this often; it joins the long tests, where it is drawn `of` times."""
    drawn = settings(max_examples=up_to(some, of=of), deadline=None, suppress_health_check=(*SLOW, *despite))

    def marked(test: Test) -> Test:
        return pytest.mark.long(drawn(test))

    return marked


def up_to(some: int, *, of: int) -> int:
    """How many are tried where a test counts them itself; such a test is marked `long` by hand."""
    return of if LONG else some


def proved(some: int, *, of: int) -> int:
    """How often a promise about what is kept is put to the proof; `make test-trust` names the file of such a test."""
    return of if TRUST else some
