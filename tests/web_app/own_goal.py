"""A goal of one's own as the tests of its table begin it."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App, text

from twelfth.usecases import PeopleKept

PEOPLE = "id,degree,years\n1,phd,7\n2,PhD,4\n3,master,9\n4,phd,5\n5,master,8\n6,phd,6\n7,phd,11\n"
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
