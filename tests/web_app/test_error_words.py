"""What goes wrong below the app, in Spanish: the store, a file that is none, a table that is too much."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App, text

from twelfth.store.orm.plain_errors import sentence_for
from twelfth.web.desk import desk


@pytest.fixture
def app(app: App) -> App:
    """In Spanish."""
    app.post("/language", language="es", next="/")
    return app


def test_a_goal_that_is_not_there(app: App) -> None:
    """By its name, with those there are."""
    page = text(app.get("/goal/nobody"))

    assert "No hay ninguna meta" in page
    assert "&#39;nobody&#39;" in page
    assert "There is no goal" not in page


def test_a_database_that_is_locked(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the database says, it is told in words."""

    def locked(_name: str) -> None:
        raise sentence_for("database is locked")

    monkeypatch.setattr(type(desk().keeping.goals), "get", lambda _self, name: locked(name))
    page = text(app.get("/goal/demo"))

    assert "lleva más de" in page
    assert "Cierra las otras ventanas de Twelfth" in page


def test_a_file_that_is_no_export(app: App) -> None:
    """What is expected in its place too."""
    page = text(app.post("/import", file=SimpleUploadedFile("a.zip", b"no zip at all")))

    assert "se esperaba un ZIP entero y sin cambios." in page
    assert "expected" not in page.partition('id="wrong-file"')[2][:300]


def test_a_table_that_is_too_much(app: App) -> None:
    """Its size in words of the language."""
    fields = {"title": "Own", "pack": "blank", "people": "id,years\n" + "1,2\n" * 60_000}
    page = text(app.post("/begin", **fields))

    assert "caracteres)" in page
    assert "characters)" not in page
