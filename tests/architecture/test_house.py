"""The rules of the house that one can read off the files."""

import ast
import inspect
import re
import subprocess
import sys
import typing
from importlib import import_module
from pathlib import Path

import pytest
from tests.command import ROOT

from twelfth.usecases import ports
from twelfth.usecases.keeping import ports as keeping_ports
from twelfth.usecases.plans import ports as plan_ports
from twelfth.usecases.roads import ports as road_ports

SRC = ROOT / "src" / "twelfth"
CORE = ("base", "goal", "distance", "work", "audit", "usecases")
MOST_LINES = 400
MOST_FUNCTION_LINES = 35
WRITES = ("add", "amend", "append", "begin", "drop", "erase", "keep", "put", "recard", "remove", "save", "write")
WRITTEN = ("src", "tests", "docs", "tools", "benchmarks", "Makefile", "pyproject.toml")
ELSEWHERE = (
    "/" + "work/main",
    "/" + "work/shared",
    "/" + "home/",
    "/" + "root/",
    "/" + "Users/",
    "files.pythonhosted" + ".org",
    "pypi" + ".org/simple",
    "registry." + "npmjs",
    "artifact" + "ory",
)


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def core_files() -> list[Path]:
    return sorted(path for room in CORE for path in (SRC / room).rglob("*.py"))


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def lines_of(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_no_file_is_over_400_lines() -> None:
    """Code and tests alike."""
    long = [str(path) for path in python_files("src", "tests", "tools") if len(path.read_bytes().splitlines()) > 400]

    assert long == []


def test_nearly_every_function_fits_in_35_lines() -> None:
    """95 of 100 functions are at most 35 lines long."""
    lengths = sorted(lines_of(function) for path in python_files("src") for function in functions(path))

    assert len(lengths) > 100
    assert lengths[int(0.95 * len(lengths))] <= MOST_FUNCTION_LINES


def test_the_contracts_of_the_rooms_are_kept() -> None:
    """Layers, doors, the pure core, no circles, one door a room."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(SRC)))
def test_the_core_opens_nothing_and_imports_by_no_name(path: Path) -> None:
    """What the import linter cannot see: open(), import by name, code from text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {node.func.id for node in called if isinstance(node.func, ast.Name)}
    methods = {node.func.attr for node in called if isinstance(node.func, ast.Attribute)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    sources = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert not names & {"open", "exec", "eval", "compile", "__import__", "input", "print"}
    assert not methods & {"open", "read_text", "write_text", "read_bytes", "write_bytes", "import_module"}
    assert not {str(name).split(".")[0] for name in imported | sources} & {"importlib", "io", "sys"}


@pytest.mark.parametrize("room", CORE)
def test_what_a_door_of_the_core_offers_is_explained(room: str) -> None:
    """Every function a room offers has a docstring; one of two lines is its own explanation."""
    door = import_module(f"twelfth.{room}")
    offered = {name: getattr(door, name) for name in door.__all__}
    silent = [
        name
        for name, value in offered.items()
        if inspect.isfunction(value) and not value.__doc__ and len(inspect.getsourcelines(value)[0]) > 2
    ]

    assert offered
    assert silent == []


def test_every_write_of_a_port_takes_an_audit_event() -> None:
    """A method that writes says who, what, when and why."""
    kinds = [each for where in (ports, plan_ports, road_ports, keeping_ports) for each in vars(where).values()]
    protocols = [kind for kind in kinds if isinstance(kind, type) and getattr(kind, "_is_protocol", 0)]
    methods = [
        method
        for kind in protocols
        for name, method in vars(kind).items()
        if inspect.isfunction(method) and name.startswith(WRITES)
    ]

    assert len(methods) >= 3
    assert all(typing.get_type_hints(method).get("event") is ports.AuditEvent for method in methods)


def test_nothing_names_a_machine_or_a_registry() -> None:
    """A path of one machine and the address of a registry mean nothing to anybody else."""
    found = []
    for top in [*(ROOT / name for name in WRITTEN), *ROOT.glob("*.md")]:
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and path.suffix not in (".png", ".mo") and path.parent.name != "__pycache__":
                text = path.read_text(encoding="utf-8")
                found += [f"{path.relative_to(ROOT)}: {word}" for word in ELSEWHERE if word in text]

    assert found == []


def test_a_silenced_check_is_named() -> None:
    """No blanket `noqa` and no blanket `type: ignore`."""
    silenced = re.compile(r"#\s*(?:type:\s*ignore(?!\[)|noqa(?!:))")
    found = [
        place(path, number)
        for path in python_files("src", "tests", "tools")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if silenced.search(line)
    ]

    assert found == []


def test_no_validation_by_assert() -> None:
    """The product raises; `python -O` changes nothing."""
    found = [
        place(path, node.lineno)
        for path in python_files("src")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]

    assert found == []


def test_the_words_of_the_screen_are_kind() -> None:
    """Nobody failed, and nothing is red, in any text or page the command can show."""
    files = (path for room in ("cli", "tell") for path in (SRC / room).rglob("*"))
    told = [path for path in files if path.suffix in (".py", ".html", ".css")]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in told
        for word in re.findall(r"\b(?:failed|failure|rejected|red|crimson|give up)\b", path.read_text(encoding="utf-8"))
    ]

    assert len(told) > 10
    assert found == []
