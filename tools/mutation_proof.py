"""Breaks each promise of the product once, in a copy, and sees a test fail.

The list is tests/mutations.toml: the rule in words, the file, the text to find (exactly once), what to put there, and
the test that must fail. docs/reference/mutations.md is the same list for people: --write makes it anew, else it is
compared.

Each test runs in a process of its own that begins with everything of others already imported, in a copy that its worker
keeps: most of a test's time would go into beginning.

Usage: python tools/mutation_proof.py [--write] [--only WORD]
"""

import argparse
import importlib
import os
import shutil
import signal
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from queue import Queue
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "mutations.toml"
PAGE = ROOT / "docs" / "reference" / "mutations.md"
COPIED = ("src", "tests", "tools", "docs", "pyproject.toml", "README.md", "GLOSSARY.md", "Makefile")
OPTIONS = ("-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
FAILED, NOT_RUN, WORKERS, LIMIT_SECONDS = 1, 255, 2, 300
SLOWEST = 10
"""How many of the slowest are told at the end."""

BEGUN = get_context("forkserver")
IMPORTED = (
    "pytest",
    "hypothesis.strategies",
    "numba",
    "pandas",
    "scipy.optimize",
    "scipy.sparse",
    "scipy.stats",
    "ortools.sat.python.cp_model",
    "django.test",
    "django.template.backends.jinja2",
    "django_htmx",
    "whitenoise",
    "playwright.sync_api",
)
"""What tests import that is not ours: nothing of twelfth, or what is broken would not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One broken rule and the test that must notice."""

    rule: str
    file: str
    find: str
    put: str
    test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of one mutation: "" where its test failed as it must, else what it did; the seconds that took."""

    mutation: Mutation
    wrong: str
    seconds: float


def read_list() -> list[Mutation]:
    """The list, each entry checked against the code."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutation"]
    mutations = [Mutation(**entry) for entry in entries]
    for one in mutations:
        found = (ROOT / one.file).read_text(encoding="utf-8").count(one.find)
        if found != 1:
            sys.exit(f"{one.rule}: the text to break stands {found} times in {one.file}, expected once:\n{one.find}")
    return mutations


def in_copy(root: Path, test: str) -> None:
    """pytest, in a process that has just begun; ends it with pytest's exit code."""
    os.setsid()
    with Path(os.devnull).open("r+b") as nowhere:
        for stream in range(3):
            os.dup2(nowhere.fileno(), stream)
    os.chdir(root)
    os.environ |= {"PYTHONPATH": str(root / "src"), "HYPOTHESIS_STORAGE_DIRECTORY": str(root / ".hypothesis")}
    sys.path[:] = [str(root / "src"), *(one for one in sys.path if not Path(one or ".").is_relative_to(ROOT / "src"))]
    code = NOT_RUN
    try:
        code = int(importlib.import_module("pytest").main([*OPTIONS, *test.split()]))
    finally:
        os._exit(code)


def run_test(root: Path, test: str, *, limit: int = LIMIT_SECONDS) -> int | None:
    """pytest's exit code for one test, or for several and their options, in a copy of the project; None beyond the
    limit in seconds, when it is ended with all it began."""
    process = BEGUN.Process(target=in_copy, args=(root, test))
    process.start()
    process.join(limit)
    late = process.exitcode is None
    if late and process.pid is not None:
        os.killpg(process.pid, signal.SIGKILL)
        process.join()
    return None if late else process.exitcode


def copy_project(target: Path) -> None:
    """A copy to break."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__", "pictures"))
        elif source.exists():
            shutil.copy2(source, target / name)


class Copies:
    """A copy of the project for each worker, whole again after each mutation."""

    def __init__(self, folder: Path) -> None:
        self._free: Queue[Path] = Queue()
        for number in range(WORKERS):
            copy_project(folder / str(number))
            self._free.put(folder / str(number))

    @contextmanager
    def one(self) -> Iterator[Path]:
        """A copy that nobody else uses."""
        copy = self._free.get()
        try:
            yield copy
        finally:
            self._free.put(copy)


@contextmanager
def broken(copy: Path, mutation: Mutation) -> Iterator[None]:
    """The copy with this one rule broken. The compiled file of before is removed: it could be taken for the new one's
    where both are written within a second."""
    target = copy / mutation.file
    whole = target.read_text(encoding="utf-8")
    try:
        _write(target, whole.replace(mutation.find, mutation.put))
        yield
    finally:
        _write(target, whole)


def _write(target: Path, text: str) -> None:
    target.write_text(text, encoding="utf-8")
    for compiled in target.parent.glob(f"__pycache__/{target.stem}.*"):
        compiled.unlink()


def green_at_once(copies: Copies, tests: set[str]) -> set[str]:
    """The tests that pass on the code as it is, tried together; none where one of them does not: then each is asked
    by itself."""
    alone = sorted(test for test in tests if " " not in test)
    several = f"--numprocesses {WORKERS} --dist worksteal {' '.join(alone)}"
    with copies.one() as copy:
        return set(alone) if alone and run_test(copy, several, limit=len(alone) * LIMIT_SECONDS) == 0 else set()


def tried(mutation: Mutation, copies: Copies, green: set[str]) -> Tried:
    """Whether the test passes on the code as it is and fails on the broken copy. green: tests that passed already; one
    that passes now is added."""
    with copies.one() as copy:
        begun = monotonic()
        wrong = _wrong(mutation, copy, green)
    print(f"{wrong or 'caught'}  {mutation.rule}", flush=True)
    return Tried(mutation=mutation, wrong=wrong, seconds=monotonic() - begun)


def _wrong(mutation: Mutation, copy: Path, green: set[str]) -> str:
    whole = 0 if mutation.test in green else run_test(copy, mutation.test)
    if whole != 0:
        return f"NOT GREEN BEFORE ({_ended(whole)})"
    green.add(mutation.test)
    with broken(copy, mutation):
        code = run_test(copy, mutation.test)
    return "" if code == FAILED else "NOT CAUGHT" if code == 0 else f"NO TEST RAN ({_ended(code)})"


def _ended(code: int | None) -> str:
    return f"no end within {LIMIT_SECONDS} s" if code is None else f"pytest ended with {code}"


def page(mutations: list[Mutation]) -> str:
    """The list for people."""
    head = (
        "# Promises, and the test that would break\n\n"
        "Generated by `python tools/mutation_proof.py --write` from tests/mutations.toml. `make mutations` breaks\n"
        "each rule once in a copy of the code and sees the named test fail.\n\n"
        "| rule | broken in | caught by |\n|---|---|---|\n"
    )
    return head + "".join(f"| {one.rule} | `{one.file}` | `{one.test}` |\n" for one in mutations)


def main() -> int:
    """0 when every broken rule is caught and the page is up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the page and stop")
    parser.add_argument("--only", default="", help="only rules that contain this word")
    options = parser.parse_args()
    mutations = read_list()
    if options.write:
        PAGE.write_text(page(mutations), encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") != page(mutations):
        sys.exit("docs/reference/mutations.md is not up to date: run tools/mutation_proof.py --write")
    chosen = [one for one in mutations if options.only in one.rule]
    BEGUN.set_forkserver_preload(list(IMPORTED))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(WORKERS) as pool:
        copies = Copies(Path(folder))
        green = green_at_once(copies, {one.test for one in chosen})
        found = list(pool.map(lambda one: tried(one, copies, green), chosen))
    slowest = sorted(found, key=lambda one: -one.seconds)[:SLOWEST]
    print(*(f"{one.seconds:6.1f} s  {one.mutation.rule}" for one in slowest), sep="\n")
    missed = [one for one in found if one.wrong]
    for one in missed:
        print(f"{one.wrong}  {one.mutation.rule}\n    {one.mutation.test}")
    print(f"{len(found) - len(missed)} of {len(found)} broken rules caught")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
