"""The app in this process, asked as the browser would ask it."""

import os
from pathlib import Path
from time import sleep
from typing import Any

from django.test import Client

from twelfth.compose import Home
from twelfth.web import application
from twelfth.web.again import AGAIN
from twelfth.web.desk import desk
from twelfth.web.token import Doorkeeper, install_token

HOST = "127.0.0.1:8012"


class App:
    """A home, and a browser that was let in."""

    def __init__(self, home: Path, *, language: str = "en", database_url: str = "") -> None:
        doorkeeper = Doorkeeper(install_token(home))
        url = database_url or os.environ.get("DATABASE_URL", "")
        application(Home(folder=home, database_url=url), (HOST,), doorkeeper)
        self.home = home
        self.client = Client(HTTP_HOST=HOST, HTTP_ORIGIN=f"http://{HOST}", HTTP_ACCEPT_LANGUAGE=language)
        self.client.get(f"/open/{doorkeeper.new_key()}")

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers)

    def post(self, path: str, **fields: Any) -> Any:
        """What a form is answered with: where it led, or the page that it needs another look on."""
        response = self.client.post(path, fields)
        while path == "/demo" and (job := desk().jobs.of("demo")) is not None and not job.done:
            sleep(0.02)  # the road that the example comes with
        led = response.headers.get("Location", "")
        return self.client.get(led) if f"?{AGAIN}=" in led else response

    def begin(self, title: str = "Fellow", pack: str = "express-entry") -> str:
        """A new goal; its name."""
        response = self.post("/begin", title=title, pack=pack)
        assert response.status_code == 303, response.content.decode()
        return str(response.headers["Location"]).split("/")[2]

    @property
    def goals(self) -> Any:
        return desk().keeping.goals

    def effort(self, goal: str) -> Any:
        """(towards, minutes) worked."""
        return desk().keeping.effort.totals(goal)

    def effort_rows(self, goal: str) -> Any:
        """The entries of work, the newest first."""
        return desk().keeping.effort.latest(goal, most=9)

    def latest(self, goal: str) -> Any:
        """The last entry of work."""
        return desk().keeping.effort.latest(goal, most=1)[0]


def text(response: Any) -> str:
    return str(response.content.decode())
