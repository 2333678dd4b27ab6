"""Answers on a page are told in the language of the page, whoever asked for it before."""

import html
from pathlib import Path

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import right


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app = App(tmp_path / "home")
    app.post("/demo")
    return app


def test_an_answer_is_told_in_the_language_of_its_page(app: App) -> None:
    """It is remembered for each language apart, and making it in one leaves nothing behind for the next."""
    told = {"es": "Tus brechas, primero la más ancha", "en": "Your gaps, widest first"}

    for language, other in (("es", "en"), ("en", "es"), ("es", "en")):
        page = text(app.get("/goal/demo/distance", **{"Accept-Language": language}))
        assert told[language] in page
        assert told[other] not in page


def test_the_reason_of_a_refusal_is_told_in_the_language_of_the_page(app: App) -> None:
    """Its form and its values are data; nothing of the page is English in Spanish."""
    people = "id,years\n" + "".join(f"{number},{3 + number}\n" for number in range(8))
    right(app, "/begin", title="Beca", pack="blank", people=people)
    app.post("/goal/beca/numbers", years="5")
    page = text(app.get("/goal/beca/distance", **{"Accept-Language": "es"}))

    assert "No se sabe de ninguna ronda cuántas personas se postularon" in page
    assert "It is not known of any round" not in page


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9" * 400, "se esperaba un número finito; si no lo sabes, déjalo vacío."),
        ("1e300", "«1e300»: se esperaba un número menor, de 15 cifras como mucho."),
        ("-3", "«-3»: se esperaba un número de 0 a 120 meses."),
        ("1,500", "«1,500»: se esperaba un número sin separar los miles, por ejemplo 1500 o 7,5."),
    ],
)
def test_what_the_core_expects_of_a_field_is_told_in_the_language_of_the_page(
    app: App, typed: str, expected: str
) -> None:
    """Its fixed sentences and those with values in them."""
    name = app.begin("Residente")
    sent = {"foreign_work": typed, "born": "1992-03"}
    told = app.client.post(f"/goal/{name}/numbers", sent, follow=True, headers={"Accept-Language": "es"})
    page = html.unescape(text(told))

    assert expected in page
    assert "«1992-03»: se esperaba un día, por ejemplo 4 de junio de 1998." in page
