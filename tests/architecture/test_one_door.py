"""The contract of our own: a room is entered by its door."""

import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest
from importlinter import Contract, ContractCheck
from tools.one_door import OneDoor

FILES = {
    "__init__.py": "",
    "cellar/__init__.py": (
        "from house_of_tests.cellar.wine import wine\nfrom house_of_tests.cellar.shelf import Shelf\n"
    ),
    "cellar/wine.py": "from house_of_tests.cellar.shelf import Shelf\n\ndef wine() -> Shelf:\n    return Shelf()\n",
    "cellar/shelf.py": "class Shelf:\n    pass\n",
}
GOOD = {
    "the door": "from house_of_tests.cellar import Shelf\n",
    "a name that is also a file's": "from house_of_tests.cellar import wine\n",
    "the room itself": "import house_of_tests.cellar\n",
}
BAD = {
    "a file by its door's words": ("from house_of_tests.cellar import shelf\n", "house_of_tests.cellar.shelf"),
    "a file": ("from house_of_tests.cellar.shelf import Shelf\n", "house_of_tests.cellar.shelf"),
    "the line of the door": ("from house_of_tests.cellar.wine import wine\n", "house_of_tests.cellar.wine"),
    "a file by import": ("import house_of_tests.cellar.wine\n", "house_of_tests.cellar.wine"),
}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small house on the import path, forgotten afterwards."""
    folder = tmp_path / "house_of_tests"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.startswith("house_of_tests")]:
        del sys.modules[name]


def checked(folder: Path, text: str) -> ContractCheck:
    (folder / "kitchen.py").write_text(text, encoding="utf-8")
    graph = grimp.build_graph("house_of_tests", cache_dir=None)
    options = {"house": "house_of_tests"}
    contract: Contract = OneDoor(name="one door", session_options={}, contract_options=options)
    return contract.check(graph, verbose=False)


@pytest.mark.parametrize("name", GOOD)
def test_the_door_is_open(name: str, house: Path) -> None:
    """What a room offers may be taken, also a name that is the name of its file."""
    assert checked(house, GOOD[name]).kept


@pytest.mark.parametrize("name", BAD)
def test_a_window_is_no_door(name: str, house: Path) -> None:
    """A file of a room is its own business; the answer says who reached in, where, and for what."""
    text, reached = BAD[name]
    check = checked(house, text)

    assert not check.kept
    assert check.metadata["windows"] == [("house_of_tests.kitchen", reached, 1, "house_of_tests.cellar")]


def test_inside_a_room_its_files_know_each_other(house: Path) -> None:
    """wine.py takes a shelf from shelf.py: that is no business of the house."""
    assert checked(house, "").kept
