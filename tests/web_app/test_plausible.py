"""A number far outside what everybody on file has is asked about once, and is the person's to decide."""

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import right, table

from twelfth.web.plausible import far_outside

PEOPLE = "id,grade,papers\n1,8.2,1\n2,8.5,2\n3,9.3,3\n4,9.1,5\n5,8.7,2\n6,8.9,3\n"
GOAL = "beca"


@pytest.fixture
def own(app: App) -> App:
    right(app, "/begin", title="Beca", pack="blank", people=PEOPLE)
    return app


def test_a_number_of_another_order_is_asked_about(own: App) -> None:
    """Nothing is written yet, nothing typed is lost, and one press keeps it."""
    typed = {"grade": "81", "papers": "1"}
    asked = own.post(f"/goal/{GOAL}/numbers", **typed)
    page = text(asked)

    assert asked.status_code == 400
    assert "Is 81 right? Everybody on file has 8.2 to 9.3." in page
    assert '<button name="sure-grade" value="81">Yes, keep 81</button>' in page
    assert own.goals.get(GOAL).facts == ()
    assert own.post(f"/goal/{GOAL}/numbers", **typed | {"sure-grade": "81"}).status_code == 303
    assert {row.thing.trait: row.thing.level for row in own.goals.get(GOAL).facts} == {"grade": 81, "papers": 1}


def test_a_yes_is_of_that_number_alone(own: App) -> None:
    """Another one typed instead is asked about anew, and one that fits is kept."""
    page = text(own.post(f"/goal/{GOAL}/numbers", **{"grade": "82", "sure-grade": "81"}))

    assert "Is 82 right?" in page
    assert own.post(f"/goal/{GOAL}/numbers", **{"grade": "8.2", "sure-grade": "81"}).status_code == 303


def test_what_is_kept_is_not_asked_about_again(own: App) -> None:
    """Neither in Your numbers nor of the others in the table."""
    own.post(f"/goal/{GOAL}/numbers", **{"grade": "81", "sure-grade": "81"})

    assert own.post(f"/goal/{GOAL}/numbers", grade="81", papers="2").status_code == 303


def test_somebody_who_got_in_is_asked_about_as_well(own: App) -> None:
    """Beside the others in the table."""
    fields = {"was": "1", "who": "Zoe", "of-grade": "87", "of-papers": "2"}
    page = text(own.post(f"/goal/{GOAL}/people/add", **fields))

    assert "Is 87 right? Everybody on file has 8.2 to 9.3." in page
    assert len(table(own, GOAL).people) == 6
    assert own.post(f"/goal/{GOAL}/people/add", **fields | {"sure-of-grade": "87"}).status_code == 303
    assert len(table(own, GOAL).people) == 7


@pytest.mark.parametrize("number", [8.1, 6.0, 10.0, 12.0])
def test_somewhat_less_or_more_is_nobody_s_business(number: float) -> None:
    """Nor anything where few are known."""
    assert far_outside(number, [8.2, 8.5, 9.3, 9.1, 8.7]) is None
    assert far_outside(81, [8.2, 9.3]) is None
