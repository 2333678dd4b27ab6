"""A contract for the import linter: a room is entered by its door, never through one of its files.

The linter's own "protected" contract says nearly this, once for each room. This one speaks for every room of
the house, also one built tomorrow, and knows the case in which a door offers a name that is the name of the
file it comes from. Where the door has `from twelfth.goal.profile import profile`, a caller's
`from twelfth.goal import profile` takes what the door offers. Repeating the line of the door does not.

It does not see imports by name at run time (`importlib.import_module`).
"""

from __future__ import annotations

import ast
import re
from importlib.util import find_spec
from pathlib import Path

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

FROM = re.compile(r"\s*from\s+(?P<package>[\w.]+)\s+import\b")


class OneDoor(Contract):
    """Every package directly inside `house` may be imported from outside by its own name only."""

    type_name = "one_door"
    house = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 (the linter calls it so)
        """Collect the imports that reach into a room."""
        rooms = sorted(graph.find_children(str(self.house)))
        windows = [window for room in rooms for window in _windows(graph, room)]
        return ContractCheck(kept=not windows, metadata={"windows": windows})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each import that reaches into a room."""
        for importer, imported, line_number, room in check.metadata["windows"]:
            message = f"{importer}, line {line_number}: imports {imported}; expected {room}."
            output.print_error(message, bold=False)


def _windows(graph: ImportGraph, room: str) -> list[tuple[str, str, int, str]]:
    """Imports of the files of `room` by modules outside it."""
    files = graph.find_descendants(room)
    offered = _offered_under_their_file_name(room) if files else set()
    return [
        (importer, imported, detail["line_number"], room)
        for imported in sorted(files)
        for importer in sorted(graph.find_modules_that_directly_import(imported) - files - {room})
        for detail in graph.get_import_details(importer=importer, imported=imported)
        if not (imported in offered and _is_from(room, detail["line_contents"]))
    ]


def _is_from(room: str, line: str) -> bool:
    """Whether `line` is `from ROOM import ...`, absolute or relative."""
    found = FROM.match(line)
    return found is not None and found["package"].rpartition(".")[2] == room.rpartition(".")[2]


def _offered_under_their_file_name(room: str) -> set[str]:
    """Full names of the files of `room` whose own name its door also binds to something inside them."""
    spec = find_spec(room)
    if spec is None or spec.origin is None:
        return set()
    door = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    offered = set()
    for statement in door.body:
        if isinstance(statement, ast.ImportFrom) and statement.module:
            file = statement.module.rpartition(".")[2]
            source = f"{room}.{statement.module}" if statement.level == 1 else statement.module
            if source == f"{room}.{file}" and file in {name.asname or name.name for name in statement.names}:
                offered.add(source)
    return offered
