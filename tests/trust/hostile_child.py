"""Foreign files, each read in a process of its own that may take little time and memory. Run by a test:

    python -m tests.trust.hostile_child FOLDER

FOLDER holds, in `files`, a file for each as READER.NUMBER. Prints, as JSON by the name of the file, how each went. What
is written outside of FOLDER/staging is noted by Python itself, before it happens. The readers are forked from a process
that has them loaded; archives and exports are brought home, as `twelfth import` does it.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.foreign import DAY, readers

from twelfth.base import TwelfthError
from twelfth.compose import archived_text
from twelfth.store import MemoryGoals, MemoryPacks
from twelfth.usecases import import_goals

MOST_SECONDS = 6
"""Of the processor's time, after which a reader is ended; what it may take is a matter of the test."""
MOST_WRITTEN = 64_000_000
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
RUNS = ("subprocess.Popen", "os.exec", "os.system", "os.posix_spawn", "socket.connect")
Reads = Callable[[bytes], object]


class Today:
    def today(self) -> date:
        return DAY


def brought(text: str) -> object:
    goals = MemoryGoals()
    try:
        return import_goals(text, goals=goals, packs=MemoryPacks(), clock=Today())
    finally:
        if goals.cards():
            raise AssertionError("Something was brought of an export that is refused.")


def watched(staging: str) -> list[str]:
    """What is done from now on that no reader should do."""
    done: list[str] = []

    def heard(event: str, told: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(told[2], int) and told[2] & WRITES:
            name = str(told[0])
            if not name.startswith(staging):
                done.append(f"wrote {name}")
        elif (event in CHANGES and not str(told[0]).startswith(staging)) or event in RUNS:
            done.append(f"{event} {told}")

    sys.addaudithook(heard)
    return done


def answered(file: Path, read: Reads, staging: Path, most_bytes: int) -> dict[str, Any]:
    """In the child: what became of one file."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))
    done = watched(str(staging))
    began = time.process_time()
    try:
        read(file.read_bytes())
        told = {"read": True}
    except TwelfthError as refusal:
        told = {"refused": str(refusal)}
    except BaseException as error:  # noqa: BLE001 (any other is what is looked for)
        told = {"traceback": repr(error)}
    return told | {"seconds": time.process_time() - began, "outside": done}


def one(file: Path, read: Reads, staging: Path, most_bytes: int) -> dict[str, Any]:
    """What became of one file, and how much memory it took at the most."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, json.dumps(answered(file, read, staging, most_bytes))[:60_000].encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read()
    _, status, used = os.wait4(child, 0)
    found: dict[str, Any] = json.loads(said) if said else {"ended": status}
    return found | {"bytes": used.ru_maxrss * 1024}


def taken_already() -> int:
    """Bytes of data this process has asked for, most of which it does not use."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmData"))
    return 1024 * int(line.split()[1])


def main(folder: Path, most_bytes: int) -> None:
    sys.dont_write_bytecode = True
    staging = folder / "staging"
    staging.mkdir()
    known: dict[str, Reads] = {name: reader.read for name, reader in readers(staging).items()}
    known["archive"] = lambda content: brought(archived_text(content))
    known["export"] = lambda content: brought(content.decode("utf-8"))
    limit = taken_already() + most_bytes
    found = {
        file.name: one(file, known[file.name.partition(".")[0]], staging, limit)
        for file in sorted((folder / "files").iterdir())
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
