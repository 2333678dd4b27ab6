"""What questions about the road of a case need from outside, besides what those about a plan do."""

from typing import Protocol

from twelfth.usecases.roads.given_road import GivenRoad


class RoadShelf(Protocol):
    """Roads of cases, kept as they were printed, by path."""

    def get(self, file: str) -> GivenRoad: ...
