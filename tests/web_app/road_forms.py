"""The forms of the Road page as the tests send them, for a goal that is there."""

import re
from datetime import date
from time import monotonic, sleep
from typing import ClassVar

from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed

from twelfth.usecases import CaseRoadmap, road_of
from twelfth.web.desk import desk
from twelfth.web.jobs import Job

PATIENCE = 120
"""Seconds for a road on a machine that does other things."""


class RoadForms:
    """A goal whose roads are drawn, followed and put together by the forms of the page."""

    usual: ClassVar[dict[str, str]] = {}
    """What is typed where a test types nothing else."""

    def __init__(self, app: App, name: str) -> None:
        self.app, self.name = app, name

    @property
    def address(self) -> str:
        return f"/goal/{self.name}/road"

    @property
    def page(self) -> str:
        return text(self.app.get(self.address))

    def draw(self, **fields: str) -> Job:
        """Ask for a road, and wait for it."""
        return self.ended(self.app.post(f"{self.address}/draw", **(self.usual | fields)))

    def ended(self, response: object) -> Job:
        """Wait for what a form began."""
        assert response.status_code == 303, text(response)  # type: ignore[attr-defined]
        until, job = monotonic() + PATIENCE, desk().jobs.of(self.name)
        assert job is not None
        while not job.done:
            assert monotonic() < until
            sleep(0.05)
        return job

    def follow(self) -> object:
        row = self.app.goals.get(self.name).roads[-1]
        return self.app.post(f"{self.address}/accept", row=str(row.id), was=str(row.version))

    def last(self) -> CaseRoadmap:
        return road_of(self.app.goals.get(self.name).roads[-1])

    def mix(self, **lines: str) -> Job:
        rows = dict(re.findall(r'name="(followed|offered)" value="(\d+)"', self.page))
        chosen = {f"line-{move}": choice for move, choice in lines.items()}
        return self.ended(self.app.post(f"{self.address}/mix", **rows, **chosen))


class Resident(RoadForms):
    """A goal of Express Entry with numbers, and hours and money to spend."""

    usual: ClassVar[dict[str, str]] = {"hours": "12", "money": "6000"}

    def __init__(self, app: App) -> None:
        super().__init__(app, app.begin("Resident"))
        app.post(f"/goal/{self.name}/numbers", **numbers_typed())


def done(road: CaseRoadmap) -> dict[str, date]:
    """The day on which each mile is done."""
    return {one.move: one.done for one in road.miles}
