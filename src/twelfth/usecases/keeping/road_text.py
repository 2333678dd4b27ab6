"""The text of a road that is kept, as the road it was."""

from functools import lru_cache
from typing import cast

from twelfth.usecases.keeping.exact import plain_from, read_as
from twelfth.usecases.roads.case_roadmap import CaseRoadmap


@lru_cache(maxsize=64)
def road_from(text: str) -> CaseRoadmap:
    """Raises InvalidInput where it was not written by this program."""
    return cast(CaseRoadmap, read_as(plain_from(text), CaseRoadmap, where="road"))
