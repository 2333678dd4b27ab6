"""Step 3: the road. It is drawn in the background, can be stopped, and is followed only once it is accepted."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext, ngettext, override
from django.utils.translation import gettext as _

from twelfth.base import NotEnoughData
from twelfth.compose import Fuse
from twelfth.goal import Capacity
from twelfth.tell import Report, chance_words, road_part, speaking
from twelfth.usecases import AIMS, CaseRoadmap, RoadKept, Row, Wishes, kept_road, plan_case, road_of, roads_apart
from twelfth.web.desk import Open, desk, open_goal
from twelfth.web.jobs import Job
from twelfth.web.page import page
from twelfth.web.told import Told
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted, see

SLICES = 24
"""Of search and proof: about ten seconds, after which little is gained."""
SECONDS = 60
"""A fuse: what takes longer is cut, and says so."""


@for_goal
def road(request: HttpRequest, one: Open) -> HttpResponse:
    """The road followed, the one drawn last where it is another, and the form that draws."""
    return _shown(request, one, {}, {})


def _shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    followed = one.kept.road
    drawn = one.kept.roads[-1] if one.kept.roads else None
    offered = drawn if drawn is not None and drawn.thing.accepted is None else None
    capacity = one.kept.card.thing.capacity or Capacity()
    return goal_page(
        request,
        one,
        "road.html",
        here="/road",
        heading=_("Your road"),
        status=status,
        as_of=one.as_of,
        stale=one.as_of < one.desk.today,
        followed=_part(one, followed),
        followed_row=followed,
        offered=_part(one, offered),
        offered_row=offered,
        changes=() if followed is None or offered is None else roads_apart(road_of(followed), road_of(offered)),
        job=one.desk.jobs.of(one.name),
        hours="" if capacity.hours_per_week is None else f"{capacity.hours_per_week:g}",
        money="" if capacity.money is None else f"{capacity.money:g}",
        moves=one.process.moves,
        closes=None if drawn is None else road_of(drawn).closes,
        sent=sent,
        errors=errors,
    )


def _part(one: Open, row: Row[RoadKept] | None) -> Told | None:
    if row is None:
        return None

    def made() -> str:
        found = road_of(row)
        learn = f"/goal/{one.name}/learn"
        return road_part(Report(sources=one.sources(found.as_of), roadmap=found, learn=learn))

    return Told.remembered(one, f"road-{row.id}-{row.version}", "", made)


@posted
@for_goal
def draw(request: HttpRequest, one: Open) -> HttpResponse:
    """Begin to draw."""
    asked = asked_in(request)
    hours = asked.number("hours", low=0, high=168, unit=_("hours"))
    money = asked.number("money", low=0, high=1e12)
    until = asked.day("until", earliest=one.as_of)
    aim = asked.one_of("aim", AIMS) if asked.raw("aim") else AIMS[0]
    if hours is None and "hours" not in asked.errors:
        asked.wrong("hours", _("hours a week you can give it, such as 10"))
    if not asked:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    _keep_capacity(one, hours, money)
    wishes = Wishes(
        until=until,
        hours_per_week=None if hours is None else int(hours),
        budget=None if money is None else int(money),
        avoid=tuple(str(move) for move in request.POST.getlist("avoid")),
        aim=aim,
    )
    name, language = one.name, get_language() or "en"

    def work(job: Job) -> None:
        with override(language), speaking(gettext, ngettext):
            _drawn(name, wishes, job)

    one.desk.jobs.start(name, "road", work)
    return see(f"/goal/{name}/road#job")


def _keep_capacity(one: Open, hours: float | None, money: float | None) -> None:
    """What was typed is what there is from now on."""
    row = one.kept.card
    old = row.thing.capacity or Capacity()
    new = replace(old, hours_per_week=hours, money=money)
    if new != old:
        card = replace(row.thing, capacity=new)
        one.desk.keeping.goals.recard(one.name, card, was=row.version, event=one.desk.event("capacity", one.name))


def _drawn(name: str, wishes: Wishes, job: Job) -> None:
    """In the background: draw, and keep what was drawn."""
    one, fuse = open_goal(name), Fuse(SECONDS)
    job.tell(_("Looking at what helps you."))
    found = _planned(one, wishes, job, fuse)
    one.keep(kept_road(found, made=one.desk.today), action="road drawn")


def _planned(one: Open, wishes: Wishes, job: Job, fuse: Fuse) -> CaseRoadmap:
    """Raises NotEnoughData in the words of the app, InvalidInput."""
    try:
        return _asked_for(one, wishes, job, fuse)
    except NotEnoughData as error:
        job.words = str(error)
        raise NotEnoughData(
            _("No road can be drawn yet: type your numbers, and add people who got in, so that there is a way to go.")
        ) from None


def _asked_for(one: Open, wishes: Wishes, job: Job, fuse: Fuse) -> CaseRoadmap:
    place, name = one.desk.place, one.name
    return plan_case(
        name,
        cases=one.cases.after_work(dict(one.desk.keeping.effort.totals(name)), one.as_of),
        clock=place.clock,
        planner=place.planner,
        wishes=wishes,
        as_of=one.as_of,
        slices=SLICES,
        over=lambda: job.over() or fuse.over(),
        told=lambda answer: job.tell(
            _("Chance %(chance)s so far; no plan can exceed %(bound)s.")
            % {"chance": chance_words(answer.best.chance), "bound": chance_words(answer.best.bound)}
        ),
    )


@for_goal
def progress(request: HttpRequest, one: Open) -> HttpResponse:
    """How far the drawing has come: a part of the page, asked for again and again."""
    job = one.desk.jobs.of(one.name)
    response = page(request, "progress.html", goal=one.kept.card.thing, job=job)
    if job is None or job.done:
        if job is not None and not job.error:
            one.desk.jobs.forget(one.name)
        response.headers["HX-Refresh"] = "true"
    return response


@posted
@for_goal
def stop(request: HttpRequest, one: Open) -> HttpResponse:  # noqa: ARG001
    """End the drawing: what was found by then is kept."""
    job = one.desk.jobs.of(one.name)
    if job is not None:
        job.stop.set()
    return see(f"/goal/{one.name}/road")


@posted
@for_goal
def accept(request: HttpRequest, one: Open) -> HttpResponse:
    """From now on this is the road to follow."""
    return once(request, lambda: _accepted(request, one))


def _accepted(request: HttpRequest, one: Open) -> HttpResponse:
    asked = asked_in(request)
    row = next((each for each in one.kept.roads if str(each.id) == asked.raw("row")), None)
    if row is None:
        asked.wrong("row", _("the number of a road of this goal"))
        return _shown(request, one, {}, asked.errors, status=400)
    thing = replace(row.thing, accepted=desk().today)
    was = int(asked.number("was", low=1, high=1e9) or 0)
    one.desk.keeping.goals.amend(one.name, thing, row=row.id, was=was, event=one.desk.event("road accepted", one.name))
    one.desk.jobs.forget(one.name)
    return see(f"/goal/{one.name}", said="accepted")
