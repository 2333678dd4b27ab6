"""Today: the next mile, at most three things to do, the hours of this week, the next date."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import TwelfthError
from twelfth.goal import StageName
from twelfth.usecases import CaseRoadmap, miles_ahead, minutes_this_week, road_of
from twelfth.web.desk import Open, desk
from twelfth.web.page import page
from twelfth.web.views.road import outdated_words
from twelfth.web.views.shared import for_goal, goal_page, see, steps
from twelfth.work import monday_of

MOST = 3
"""Things to do: more than this is a wall."""
UNDECIDED = frozenset(
    {StageName.DRAFT, StageName.SUBMITTED, StageName.SCREENED, StageName.INTERVIEWED, StageName.PENDING}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing to do: what, where, by when."""

    told: str
    where: str
    by: date | None = None


def home(request: HttpRequest) -> HttpResponse:
    """The goal worked on last; the list where there are several; the first form where there is none."""
    cards = desk().keeping.goals.cards()
    if not cards:
        return see("/begin")
    if len(cards) == 1:
        return see(f"/goal/{cards[0].thing.name}")
    return goals(request)


def goals(request: HttpRequest) -> HttpResponse:
    """Every goal kept."""
    here = desk()
    cards = here.keeping.goals.cards()
    return page(request, "goals.html", cards=cards, titles={one.thing.pack: _title(one.thing.pack) for one in cards})


def _title(pack: str) -> str:
    """Of a pack; its name where it is not here, as after a goal was brought from elsewhere."""
    try:
        return desk().place.packs.get(pack).title
    except TwelfthError:
        return pack


def keys(request: HttpRequest) -> HttpResponse:
    """The keys there are, and a switch to turn them off."""
    return page(request, "keys.html", steps=steps())


@for_goal
def today(request: HttpRequest, one: Open) -> HttpResponse:
    """The page to begin a day with."""
    day, row = one.desk.today, one.kept.road
    followed = None if row is None else road_of(row)
    worked = one.desk.keeping.effort.weeks(one.name, since=monday_of(day))
    minutes = sum(week.minutes for week in worked if week.monday == monday_of(day))
    return goal_page(
        request,
        one,
        "today.html",
        here="",
        heading=_("Today"),
        things=_things(one, followed, day),
        next_mile=next(iter(() if followed is None else miles_ahead(followed, day)), None),
        minutes=minutes,
        planned=_planned(one, followed, day),
        next_date=_next_date(one, day),
        outdated=outdated_words(one, followed),
        waiting=_waiting(one, day),
        road=followed,
    )


def _planned(one: Open, road: CaseRoadmap | None, day: date) -> int:
    """Minutes the road has for this week; without one, those there are."""
    if road is not None:
        return minutes_this_week(road, day)
    capacity = one.kept.card.thing.capacity
    return round(60 * (capacity.hours_per_week or 0)) if capacity else 0


def _next_date(one: Open, day: date) -> tuple[str, date] | None:
    """The next closing or decision of a round that is known."""
    ahead = [
        (when, closes, each.name)
        for each in one.process.rounds
        for when, closes in ((each.closes, True), (each.decided, False))
        if when is not None and when > day
    ]
    if not ahead:
        return None
    when, closes, name = min(ahead)
    return (_("%(name)s closes") if closes else _("%(name)s is decided")) % {"name": name}, when


def _waiting(one: Open, day: date) -> tuple[str, str, date] | None:
    """An answer that was put off: its page, its round, and until when."""
    again, audited = one.kept.card.thing.again_on, {audit.thing.round for audit in one.kept.audits}
    if again is None or again <= day:
        return None
    for row in reversed(one.kept.attempts):
        if row.thing.stage is StageName.NOT_SELECTED and row.thing.round not in audited:
            return f"/goal/{one.name}/audit/{row.id}", one.process.round(row.thing.round).name, again
    return None


def _things(one: Open, road: CaseRoadmap | None, day: date) -> tuple[Thing, ...]:
    """What is missing comes first, then answers, then the miles of the road."""
    base = f"/goal/{one.name}"
    found = [Thing(told=_("Type your numbers, as far as you know them"), where=f"{base}/numbers")]
    if not one.process.traits:
        found = [Thing(told=_("Add a table of people who got in"), where=f"{base}/numbers")]
    elif one.kept.facts:
        found = [] if road is not None else [Thing(told=_("Draw your road"), where=f"{base}/road")]
    if one.kept.roads and one.kept.roads[-1].thing.accepted is None:
        found.append(Thing(told=_("A road is drawn: look at it, and follow it if you like"), where=f"{base}/road"))
    found += _answers(one, base, day)
    if road is not None:  # the first mile stands above already
        ahead = miles_ahead(road, day)[1:]
        found += [Thing(told=_(mile.title), where=f"{base}/work", by=mile.done) for mile in ahead]
    return tuple(found[:MOST])


def _answers(one: Open, base: str, day: date) -> list[Thing]:
    """Answers to look at, unless put off, and answers still to come."""
    audited = {audit.thing.round for audit in one.kept.audits}
    again = one.kept.card.thing.again_on
    waited, found = again is None or again <= day, []
    for row in one.kept.attempts:
        name = one.process.round(row.thing.round).name
        if row.thing.stage in UNDECIDED:
            told = _("Write down the answer of %(round)s when it comes") % {"round": name}
            found.append(Thing(told=told, where=f"{base}/rounds"))
        elif row.thing.stage is StageName.NOT_SELECTED and row.thing.round not in audited and waited:
            told = _("Look at the answer of %(round)s, when you are ready") % {"round": name}
            found.append(Thing(told=told, where=f"{base}/audit/{row.id}"))
    return found
