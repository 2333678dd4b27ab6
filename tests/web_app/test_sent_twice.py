"""A form sent twice is written once; one that was changed in between is another."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Barrier

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App

from twelfth.web.once import Once


def test_whoever_goes_back_and_changes_a_word_is_heard(app: App) -> None:
    """The browser shows the page of before, with the key of before: what is typed now is no second press."""
    goal = app.begin()
    for note in ("first", "first", "second"):
        app.post(f"/goal/{goal}/work", time="30 min", note=note, key="k")

    assert app.effort(goal) == (("", 60),)


def test_the_second_of_two_presses_waits_for_the_first() -> None:
    """However close they come."""
    once, at_once, written = Once(), Barrier(8), list[int]()

    def press(number: int) -> None:
        at_once.wait()
        with once.alone("k"):
            if once.led("k") is None:
                written.append(number)
                once.wrote("k", "/")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(press, range(8)))

    assert len(written) == 1
    assert once._writing == {}


def test_another_file_of_the_same_name_and_size_is_another_form(app: App) -> None:
    """A digit that was mended in it is what somebody went back for."""
    goal = app.begin(pack="blank")
    tried = {"round": "own", "name": "One", "decided": "2026-06-01", "answer": "not_yet", "kind": "round"}
    app.post(f"/goal/{goal}/rounds", **tried, stage="draft")
    row = app.goals.get(goal).attempts[0].id
    for content in (b"grade 3", b"grade 3", b"grade 4"):
        file = SimpleUploadedFile("grades.csv", content)
        app.post(f"/goal/{goal}/rounds/{row}", do="add", title="Grades", file=file, key="k")

    hashes = [one.thing.sha256 for one in app.goals.get(goal).documents]
    assert hashes == [sha256(content).hexdigest() for content in (b"grade 3", b"grade 4")]
