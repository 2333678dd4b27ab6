"""The road of a goal: kept as it was drawn, followed once it is accepted, and what has become of its miles."""

from dataclasses import replace
from datetime import date

from twelfth.base import NotFound
from twelfth.usecases.keeping.exact import text_of, told_as
from twelfth.usecases.keeping.kept import RoadKept, Row
from twelfth.usecases.keeping.ports import Goals
from twelfth.usecases.keeping.road_text import road_from
from twelfth.usecases.roads.case_roadmap import CaseRoadmap
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.given_road import GivenRoad


def kept_road(
    road: CaseRoadmap, *, made: date, numbers: str = "", worked: tuple[tuple[str, int], ...] | None = None
) -> RoadKept:
    """A road as it is kept: everything that was told of it. numbers: the digest of what it was drawn from. worked:
    minutes by move that had been worked by then."""
    found = replace(road, numbers=numbers, worked=worked)
    return RoadKept(made=made, text=text_of(told_as(found, CaseRoadmap, where="road")))


def road_of(row: Row[RoadKept]) -> CaseRoadmap:
    """The road that was kept. Raises InvalidInput where its text was not written by this program."""
    return road_from(row.thing.text)


def earlier_road(goal: str, number: int, *, goals: Goals) -> CaseRoadmap:
    """A road followed before, by the number of its row: its text is read when somebody looks at it. Raises NotFound."""
    for row in goals.everything(goal).rows:
        if row.id == number and isinstance(row.thing, RoadKept):
            return road_from(row.thing.text)
    raise NotFound(f"No road {number} of {goal!r}.")


def given_road(road: CaseRoadmap) -> GivenRoad:
    """A road as the questions that come after it read it."""
    return GivenRoad(
        case=road.case,
        drawn=road.as_of,
        as_of=road.as_of,
        until=road.until,
        hours_per_week=road.hours_per_week,
        budget=road.budget,
        renews=road.wished.renews,
        miles=tuple(
            GivenMile(
                move=one.move,
                title=one.title,
                begins=one.begins,
                done=one.done,
                hours=one.hours,
                cost=one.cost,
                work=one.work,
                counted=one.counted,
                again=one.again,
                exam=one.passes < 1,
            )
            for one in road.miles
        ),
    )


class OneRoad:
    """A RoadShelf that holds one road, whatever it is asked for."""

    def __init__(self, road: CaseRoadmap) -> None:
        self._road = given_road(road)

    def get(self, file: str) -> GivenRoad:  # noqa: ARG002 (a shelf is asked by name)
        return self._road
