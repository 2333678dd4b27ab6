"""What any test may ask for, and which tests are watched line by line."""

import fcntl
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from tests.command import Done, twelfth
from tests.tried import SLOW

settings.register_profile("house", suppress_health_check=SLOW, deadline=None)
settings.load_profile("house")

TESTS = Path(__file__).parent
CORE = ("base", "goal", "distance", "learn", "roadmap", "work", "audit", "usecases")

Once = Callable[..., Done]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The core is to be covered by the tests of its own rooms, and by others where they say so. Laws, oracles and
    commands run most of it many times over and would take twice as long if every line were counted."""
    for item in items:
        room = item.path.relative_to(TESTS).parts[:2]
        if room not in {("unit", one) for one in CORE} and not item.get_closest_marker("watched"):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def once_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `once` runs: one folder for all workers."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "once"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def once(once_folder: Path) -> Once:
    """A command that takes seconds, run once for every test that asks for it, with no socket to be had."""

    def found(*arguments: str) -> Done:
        kept = once_folder / f"{sha256(repr(arguments).encode()).hexdigest()}.json"
        with kept.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                with mock.patch("socket.socket", side_effect=OSError("no network here")) as made:
                    done = twelfth(*arguments, here=once_folder)
                assert made.call_count == 0
                kept.write_text(json.dumps(asdict(done)), encoding="utf-8")
        return Done(**json.loads(kept.read_text(encoding="utf-8")))

    return found
