"""A goal of one's own as the tests of its table begin it."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App, text

from twelfth.usecases import PeopleKept

PEOPLE = "id,degree,years\n1,phd,7\n2,PhD,4\n3,master,9\n4,phd,5\n5,master,8\n6,phd,6\n7,phd,11\n"
SEVEN = "name,Degree,Publications\nAna,yes,4\nBeto,yes,8\nCora,no,12\nDani,yes,2\nEma,yes,15\nFede,no,6\nGus,yes,8\n"
TITLE = "Academia Montaña"
GOAL = "academia-montana"


def right(app: App, path: str, **fields: str) -> Any:
    """Send a table, and say of what is shown that it is right."""
    shown = text(app.post(path, **fields))
    found = re.search(r'name="right" value="(\w+)"', shown)
    assert found, shown
    hidden = dict(re.findall(r'<input type="hidden" name="(was)" value="(\d*)"', shown))
    return app.post(path, **fields | hidden, right=found[1])


def table(app: App, goal: str = GOAL) -> PeopleKept:
    row = app.goals.get(goal).table
    assert row is not None
    return row.thing  # type: ignore[no-any-return]


def file(content: bytes, name: str = "people.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def somebody_of_seven(app: App, *, closes: str = "") -> str:
    """A goal of somebody without a degree and with four publications, of whom seven who got in are known."""
    led = right(app, "/begin", title="Beca", pack="blank", people=SEVEN).headers["Location"]
    name = str(led).split("/")[2]
    if closes:
        app.post(f"/goal/{name}/first/round", closes=closes, kind="round")
    assert app.post(f"/goal/{name}/numbers", degree="no", publications="4").status_code == 303
    return name
