"""The road of a goal of one's own edited: miles kept, put off or left out, a new road line by line, in counts."""

from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import SEVEN, right, somebody_of_seven
from tests.web_app.road_forms import RoadForms, done
from tests.web_app.test_own_road import PERCENT, shown

from twelfth.usecases import road_of


class Own(RoadForms):
    """A goal with a table of those who got in, hours for both of its gaps, and a road that is followed."""

    usual: ClassVar[dict[str, str]] = {"hours": "6"}

    def __init__(self, app: App) -> None:
        super().__init__(app, somebody_of_seven(app))
        for step, hours in (("publications", "60"), ("degree", "120")):
            app.post(f"/goal/{self.name}/learn", towards=step, ability="learning", hours=hours)
        self.draw()
        assert self.follow().status_code == 303  # type: ignore[attr-defined]

    @property
    def words(self) -> str:
        """What stands on the page."""
        return shown(self.app.get(self.address))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    monkeypatch.setenv("TWELFTH_TODAY", "2026-05-01")
    return Own(App(tmp_path / "home"))


def test_a_mile_is_kept_put_off_or_left_out(own: Own) -> None:
    """With twice the hours it would be done sooner: kept, it stays; put off, it waits; left out, it goes."""
    before = own.last()
    own.draw(hours="12", **{"mile-degree": "stays"})
    stays = own.last()
    own.draw(hours="12", **{"mile-degree": "later", "later-degree": "2026-12-01"})
    later = next(one for one in own.last().miles if one.move == "degree")
    own.draw(**{"mile-degree": "out"})
    out = own.last()

    assert set(done(before)) == {"degree", "publications"}
    assert (
        next(one for one in stays.miles if one.move == "degree").work
        == next(one for one in before.miles if one.move == "degree").work
    )
    assert later.begins >= date(2026, 12, 1)
    assert (set(done(out)), out.wished.avoid) == ({"publications"}, ("degree",))
    assert "You left it out." in own.words


def test_before_there_is_a_road_every_trait_can_be_left_out(tmp_path: Path) -> None:
    app = App(tmp_path / "home")
    led = right(app, "/begin", title="Beca", pack="blank", people=SEVEN).headers["Location"]
    page = text(app.get(f"/goal/{str(led).split('/')[2]}/road"))

    assert 'name="avoid" value="publications"> Publications' in page
    assert 'name="avoid" value="degree"> Degree' in page


def test_what_can_be_left_out_is_named_where_the_goal_has_no_moves(own: Own) -> None:
    """Its traits, but for those that are miles already; left out, no step in one is in the road."""
    own.draw(avoid="publications")
    own.follow()
    page = text(own.app.get(own.address))

    assert set(done(own.last())) == {"degree"}
    assert 'name="avoid" value="publications" checked> Publications' in page
    assert 'name="avoid" value="degree"' not in page


def test_versions_are_compared_in_counts(own: Own) -> None:
    """How many gaps each closes; no percentage, and no word of a chance that is raised."""
    own.draw(until="2026-08-01")
    page = own.words.partition("Beside the road you follow")[2].partition("Line by line")[0]

    assert "Gaps closed 2 of 2" in page
    assert "1 of 2 by Aug. 1, 2026" in page
    assert "Chance" not in page
    assert not PERCENT.search(own.words)


def test_what_is_new_closes_something(own: Own) -> None:
    """And where its hours were not known before, it says that."""
    own.draw(**{"mile-degree": "out"})
    own.follow()
    own.draw()

    assert "It closes something of the distance." in own.words
    assert "raises the chance" not in own.words


def test_another_aim_is_said_beside_the_first(own: Own) -> None:
    """Gaps of one road are not those of the other."""
    own.app.post(f"/goal/{own.name}/learn", towards="publications_quarter", ability="none", hours="90")
    own.draw(aim="quarter")

    assert own.last().aim == "quarter"
    assert "Where you want to stand at or above half of those who got in at or above three quarters" in own.words


def test_a_new_road_is_taken_line_by_line(own: Own) -> None:
    """What is kept is as it was, to the week; the mix tells what it closes in counts, and claims no proof."""
    before = own.last()
    own.draw(hours="12")
    apart = [move for move, day in done(own.last()).items() if done(before)[move] != day]
    assert not own.mix(**dict.fromkeys(apart, "keep")).error
    mixed = own.last()

    assert apart
    assert done(mixed) == done(before)
    assert mixed.wished.mixed
    assert mixed.chance is None
    assert "It was put together line by line: no better one was looked for." in own.words
    assert not PERCENT.search(own.words)
    own.follow()
    assert done(road_of(own.app.goals.get(own.name).road)) == done(before)


def test_a_higher_step_is_taken_beside_one_that_stays(own: Own) -> None:
    """Of two steps in one trait one is enough; but what a person keeps keeps no other away, nor is it an error."""
    own.app.post(f"/goal/{own.name}/learn", towards="publications_quarter", ability="none", hours="30")
    own.draw(hours="12", aim="quarter", **{"mile-publications": "stays"})
    road = own.last()

    assert {"publications", "publications_quarter"} <= set(done(road))


def test_wishes_that_do_not_go_together_are_explained(own: Own) -> None:
    """Two hours a week are not enough to keep what took six."""
    job = own.draw(hours="2", **{"mile-degree": "stays"})

    assert "These wishes do not go together." in job.error
    assert "of work, and there are 2 h" in own.words
    assert len(own.app.goals.get(own.name).roads) == 1


def test_it_grows_old_and_is_drawn_again_with_the_same_aim(own: Own) -> None:
    """A number that changed is said on Today and on Road; pauses have no hours."""
    own.draw(aim="quarter")
    own.follow()
    own.app.post(f"/goal/{own.name}/numbers", degree="no", publications="2")
    own.app.post(f"{own.address}/rest", **{"rest-from": "2026-06-03", "rest-to": "2026-06-10"})
    pages = [own.words, shown(own.app.get(f"/goal/{own.name}"))]
    own.ended(own.app.post(f"{own.address}/again"))
    road = own.last()

    assert all("Changed after this road was drawn: your numbers, your pauses." in page for page in pages)
    assert road.aim == "quarter"
    assert road.wished.pauses == (date(2026, 6, 1), date(2026, 6, 8))
    assert not {date(2026, 6, 5)} & {first for one in road.miles for first, _ in one.work}


def test_the_page_says_what_it_closes_first(own: Own) -> None:
    """The sentences, then the button, then what lacks hours, then gap by gap; nothing twice."""
    own.app.post(f"/goal/{own.name}/numbers", degree="no", publications="4")
    own.draw(hours="7")
    page = own.words
    told = ["No chance can be told", "This road closes 2 of 2 gaps", "Follow this road", "What it closes"]
    order = ["h a week from", *told]

    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    assert page.partition("The road you follow")[0].count("This road closes 2 of 2 gaps") == 1
