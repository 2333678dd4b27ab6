"""Roadmap instances as files on disk."""

from pathlib import Path

from twelfth.roadmap import Answer, Instance, Plan, Question


class FileInstances:
    """An InstanceShelf over JSON files below `here`, or anywhere by their whole path."""

    def __init__(self, *, here: Path) -> None:
        self._here = here

    def get(self, file: str) -> tuple[Instance, Question]:
        """Raises NotFound, InvalidInput."""
        from twelfth.packs.roadmap_file import read_instance

        return read_instance(self._here / file)

    def plan(self, file: str) -> Plan:
        """Raises NotFound, InvalidInput."""
        from twelfth.packs.roadmap_file import read_plan

        return read_plan(self._here / file)

    def plan_file(self, answer: Answer) -> dict[str, object]:
        """What a plan file holds, for JSON."""
        from twelfth.packs.roadmap_file import plan_file

        return plan_file(answer)
