"""Roadmap instances as files on disk."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.roadmap import Answer, Explained, Instance, Plan, Question, Redrawn


class FileInstances:
    """An InstanceShelf over JSON files below `here`, or anywhere by their whole path."""

    def __init__(self, *, here: Path) -> None:
        self._here = here

    def get(self, file: str) -> "tuple[Instance, Question]":
        """Raises NotFound, InvalidInput."""
        from twelfth.packs.roadmap_file import read_instance

        return read_instance(self._here / file)

    def plan(self, file: str) -> "Plan":
        """The work in a plan file. Raises NotFound, InvalidInput."""
        from twelfth.packs.roadmap_file import read_plan

        return read_plan(self._here / file)

    def plan_file(self, answer: "Answer") -> dict[str, object]:
        """What a plan file holds, for JSON."""
        from twelfth.packs.roadmap_file import plan_file

        return plan_file(answer)

    def replan_file(self, redrawn: "Redrawn", explained: "Explained | None") -> dict[str, object]:
        """What a plan file that follows an old one holds, for JSON."""
        from twelfth.packs.replan_file import replan_file

        return replan_file(redrawn, explained)
