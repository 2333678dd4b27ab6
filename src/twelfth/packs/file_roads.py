"""Roads of cases that were kept as files."""

from pathlib import Path

from twelfth.usecases import GivenRoad


class FileRoads:
    """A RoadShelf over JSON files below `here`, or anywhere by their whole path."""

    def __init__(self, *, here: Path) -> None:
        self._here = here

    def get(self, file: str) -> GivenRoad:
        """Raises NotFound, InvalidInput."""
        from twelfth.packs.road_file import read_road

        return read_road(self._here / file)
