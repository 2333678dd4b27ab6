"""What is to be said or done before there is a mile to walk, as Today and Distance tell it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from twelfth.usecases import CaseRoadmap, next_mile, road_of
from twelfth.web.desk import Open
from twelfth.web.missing import missing_of
from twelfth.web.old_road import drawn_the_same
from twelfth.web.views.learn import lessons_of
from twelfth.web.words import titled_words

MOST_NAMED = 3
"""Things named in one line; the others stand on the page it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What, and on which page."""

    told: str
    where: str


def first_act(one: Open) -> Act | None:
    """None where there is no road yet, or the road that is followed has a mile ahead and no other one was drawn that
    differs from it."""
    if not one.kept.roads:
        return None
    last, here = one.kept.roads[-1], f"/goal/{one.name}/road"
    drawn = road_of(last)
    if not drawn.miles:
        return _towards_a_mile(one, drawn, here)
    followed = one.kept.road
    if last.thing.accepted is None and not (followed and drawn_the_same(one, road_of(followed))):
        return Act(told=_("A road is drawn: look at it, and follow it if you like"), where=here)
    if next_mile(drawn, one.desk.today) is None:
        return Act(told=_("No mile of your road is ahead: draw it anew"), where=f"{here}#draw")
    return None


def _towards_a_mile(one: Open, drawn: CaseRoadmap, here: str) -> Act:
    """What an empty road lacks: hours a week, hours of things, answers, or other wishes."""
    if not drawn.hours_per_week:
        return Act(told=_("Say how many hours a week you can give it"), where=f"{here}#draw")
    lacking, waiting = _lacking(one, drawn), drawn.without_hours
    if lacking:
        what = "; ".join(lacking[:MOST_NAMED]) + (" …" if len(lacking) > MOST_NAMED else "")
        return Act(told=_("Say what these take: %(what)s") % {"what": what}, where=f"{here}#takes")
    if waiting:
        return Act(told=_("Draw your road again: it is known by now what it takes"), where=f"{here}#draw")
    missing = missing_of(one)
    if missing.answers:
        page = "distance#missing" if missing.known else "numbers"
        return Act(told=_("Answer what is missing about you"), where=f"/goal/{one.name}/{page}")
    return Act(
        told=_("Your road has no mile: change its last day, its hours or what it leaves out"), where=f"{here}#draw"
    )


def _lacking(one: Open, drawn: CaseRoadmap) -> list[str]:
    """Titles of what a road waits for, as far as nobody has said what it takes since."""
    waiting = {each.towards for each in lessons_of(one) if each.waits_for_hours and not each.held}
    return [titled_words(each.title) for each in drawn.without_hours if each.id in waiting]
