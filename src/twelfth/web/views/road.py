"""Step 3: the road. It is drawn in the background, can be stopped, and is followed only once it is accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from twelfth.base import Conflict, NotEnoughData
from twelfth.compose import Fuse
from twelfth.goal import Capacity
from twelfth.tell import Report, chance_words, road_part
from twelfth.usecases import (
    NO_HOURS,
    CaseRoadmap,
    Clashing,
    NothingOpen,
    RoadKept,
    Row,
    Since,
    Stale,
    Wishes,
    amount_of,
    earlier_road,
    entry_known,
    kept_road,
    miles_known,
    numbers_of,
    plain_miles,
    plan_case,
    rests_from,
    road_of,
    roads_apart,
    still_fits,
    wishes_again,
)
from twelfth.web.desk import Open, desk, open_goal
from twelfth.web.jobs import ROAD, Job
from twelfth.web.missing import missing_of
from twelfth.web.nothing_open import nothing_open_words
from twelfth.web.old_road import old_road
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.told import Told
from twelfth.web.views.coming import ahead_of, coming_of
from twelfth.web.views.hours_asked import hours_asked
from twelfth.web.views.learn import lessons_of, sources_of, to_learn
from twelfth.web.views.learn import shown as learn_shown
from twelfth.web.views.learn_hours import (
    hours_clash,
    hours_labels,
    hours_rows,
    hours_typed,
    without_hours_of,
    write_hours,
)
from twelfth.web.views.road_form import form_of, until_of
from twelfth.web.views.road_wishes import capacity_in, is_other_capacity, wishes_in
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once, posted
from twelfth.web.writing import as_typed, spoken

SLICES = 24
"""Of search and proof: about ten seconds, after which little is gained."""
SECONDS = 60
"""A fuse: what takes longer is cut, and says so."""
Worked = tuple[tuple[str, int], ...]
"""Minutes by move."""


@for_goal
def road(request: HttpRequest, one: Open) -> HttpResponse:
    """The road followed, the one drawn last where it is another, and the form that draws."""
    job = one.desk.jobs.of(one.name)
    if job is None:
        return shown(request, one, {}, {})
    response = None if job.done else shown(request, one, dict(job.sent), {})
    if response is None or job.done:  # what it drew may have come after the goal was opened
        response = shown(request, open_goal(one.name), dict(job.sent) if job.error else {}, {})
    return response


def _before(request: HttpRequest, one: Open) -> CaseRoadmap | None:
    """The road followed before that is asked to be shown."""
    asked = str(request.GET.get("before", ""))
    if asked not in {str(row.id) for row in one.kept.roads_before}:
        return None
    return earlier_road(one.name, int(asked), goals=one.desk.keeping.goals)


def offered_row(one: Open) -> Row[RoadKept] | None:
    """The road that was drawn last, where it is not followed."""
    drawn = one.kept.roads[-1] if one.kept.roads else None
    return drawn if drawn is not None and drawn.thing.accepted is None else None


def shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    """The page, with what was sent and what is wrong with it."""
    rows = {"followed": one.kept.road, "offered": offered_row(one)}
    roads = {name: None if row is None else road_of(row) for name, row in rows.items()}
    followed, offered = roads["followed"], roads["offered"]
    capacity = one.kept.card.thing.capacity or Capacity()
    takes = hours_asked(one, offered or followed)
    return goal_page(
        request,
        one,
        "road.html",
        here="/road",
        heading=_("Your road"),
        status=status,
        as_of=one.as_of,
        stale=one.as_of < one.desk.today,
        missing=missing_of(one),
        outdated=old_road(one, followed),
        outdated_offer=old_road(one, offered),
        fits=offered is not None and still_fits(offered, one.cases.get(one.name)),
        rows=rows,
        roads=roads,
        parts={name: _part(one, row) for name, row in rows.items()},
        amounts={name: None if each is None else amount_of(each) for name, each in roads.items()},
        plain={name: () if each is None else plain_miles(each) for name, each in roads.items()},
        differences=() if followed is None or offered is None else roads_apart(followed, offered),
        NO_HOURS=NO_HOURS,
        takes=takes,
        coming=coming_of(one),
        days_ahead=ahead_of(one),
        sources=sources_of(one),
        labels=hours_labels(takes) if errors.keys() <= hours_labels(takes).keys() else {},
        to_learn=to_learn(one),
        earlier=_before(request, one),
        job=one.desk.jobs.of(one.name),
        currency=one.currency,
        hours=as_typed(capacity.hours_per_week),
        money=as_typed(capacity.money),
        form=form_of(one, sent),
        closes=any(each is not None and each.closes is not None for each in roads.values()),
        aim=next((each.aim for each in (offered, followed) if each is not None), ""),
        miles=miles_known(followed, offered),
        entry_known=entry_known(one.process.known(one.as_of), one.profile),
        rests=rests_from(one.desk.today, one.kept.pauses),
        wished=any(value for name, value in sent.items() if name.startswith(("mile-", "avoid-"))),
        sent=sent,
        errors=errors,
    )


def _part(one: Open, row: Row[RoadKept] | None) -> Told | None:
    if row is None:
        return None
    found = road_of(row)

    def made() -> str:
        return road_part(
            Report(
                sources=one.sources(found.as_of),
                roadmap=replace(found, aside=(), currency=found.currency or one.currency),
            )
        )

    told = Told.remembered(one, f"road-{row.id}-{row.version}", "", made)
    return told if found.closes is None else told.split()


@posted
@for_goal
def draw(request: HttpRequest, one: Open) -> HttpResponse:
    """Begin to draw, once the hours are kept that were typed along with it."""
    asked = asked_in(request)
    typed = hours_typed(asked, hours_rows(one, lessons_of(one)), one)
    asked.currency = one.currency
    miles = miles_known(*(None if row is None else road_of(row) for row in (one.kept.road, offered_row(one))))
    wishes = wishes_in(asked, miles, [str(move) for move in request.POST.getlist("avoid")], as_of=one.desk.today)
    if wishes is None:
        return shown(request, one, _ticked(request), asked.errors, status=400)
    capacity = capacity_in(asked, one.kept.card.thing.capacity)
    if is_other_capacity(asked, capacity, one.kept.card.thing.capacity):
        raise Stale(one.kept.card)
    led = hours_clash(request, typed, back=f"/goal/{one.name}/road")
    if led is not None:
        return led
    write_hours(one, typed)
    return drawing(one, [wishes], without_hours_of(_ticked(request)), do="draw", capacity=capacity)


def _ticked(request: HttpRequest) -> dict[str, str]:
    """What was sent, each box that was ticked by its own name."""
    boxes = {f"avoid-{move}": "on" for move in request.POST.getlist("avoid")}
    return {name: str(request.POST[name]) for name in request.POST} | boxes


@posted
@for_goal
def again(request: HttpRequest, one: Open) -> HttpResponse:
    """Draw the road that is followed, or was offered, once more with what is known by now, and with the hours that were
    typed along with it. Without a road the first one, where it is known how many hours a week there are."""
    asked = asked_in(request)
    typed = hours_typed(asked, hours_rows(one, lessons_of(one)), one)
    if not asked:
        return learn_shown(request, one, dict(asked.sent), asked.errors, status=400)
    led = hours_clash(request, typed, back=f"/goal/{one.name}/learn")
    if led is not None:
        return led
    write_hours(one, typed)
    row, capacity = one.kept.road or offered_row(one), one.kept.card.thing.capacity
    if row is None and (capacity is None or capacity.hours_per_week is None):
        return see(f"/goal/{one.name}/road{'?said=hours' if typed else ''}#draw")
    if row is None:
        wishes = Wishes(until=until_of(one, None), renews=True)
    else:
        wishes = wishes_again(road_of(row), one.cases.get(one.name), today=one.desk.today)
    return drawing(one, [wishes], {"key": str(request.POST.get("key", ""))}, do="again")


def drawing(
    one: Open, wishes: Iterable[Wishes], sent: Mapping[str, str], *, do: str, capacity: Capacity | None = None
) -> HttpResponse:
    """Begin to draw in the background: the first of some wishes that go together. sent: the form that asked, do: below
    Road. capacity: kept with the road, once there is one. Raises Conflict while another road is drawn."""
    name, language, several = one.name, get_language() or "en", tuple(wishes)
    running = one.desk.jobs.of(name)
    if running is not None and not running.done and sent.get("key") and running.sent.get("key") == sent["key"]:
        return see(f"/goal/{name}/road#job")  # the same form, sent twice

    def work(job: Job) -> None:
        with override(language), spoken():
            _drawn(name, several, job, capacity)

    one.desk.jobs.start(name, ROAD, work, where=f"/goal/{name}/road", sent=sent, do=do)
    return see(f"/goal/{name}/road#job")


def _keep_capacity(one: Open, now: Capacity) -> None:
    """What was typed is what there is from now on, unless another window has said otherwise while it was drawn."""
    card, was = one.desk.keeping.goals.get(one.name).card, one.kept.card.thing.capacity
    if card.thing.capacity == was and now != (was or Capacity()):
        new, event = replace(card.thing, capacity=now), one.desk.event("capacity", one.name)
        one.desk.keeping.goals.recard(one.name, new, was=card.version, event=event)


def _drawn(name: str, several: tuple[Wishes, ...], job: Job, capacity: Capacity | None) -> None:
    """In the background: draw, and keep what was drawn, with the hours and the money it was drawn for."""
    one, fuse = open_goal(name), Fuse(SECONDS)
    job.tell(_("Looking at what helps you."))
    traits, since = one.process.traits, Since(drawn=one.as_of, today=one.desk.today)
    numbers = numbers_of(one.cases.get(name), one.kept.table, traits=traits, since=since)
    worked = one.desk.keeping.effort.totals(name)
    for place, wishes in enumerate(several, 1):
        try:
            found = _planned(one, wishes, worked, job, fuse)
        except Clashing as error:
            if place == len(several):
                job.clashes = error.clashes
                raise NotEnoughData(
                    _("These wishes do not go together."), next_step=_("What you had is as it was.")
                ) from None
            continue
        if job.unwanted:
            return
        if capacity is not None:
            _keep_capacity(one, capacity)
        action = "road put together" if wishes.miles and wishes.alone else "road drawn"
        one.keep(kept_road(found, made=one.desk.today, numbers=numbers, worked=worked), action=action)
        return


def _planned(one: Open, wishes: Wishes, worked: Worked, job: Job, fuse: Fuse) -> CaseRoadmap:
    """Raises NotEnoughData in the words of the app, InvalidInput."""
    try:
        return _asked_for(one, wishes, worked, job, fuse)
    except NothingOpen as error:
        raise NotEnoughData(nothing_open_words(one, error)) from None
    except NotEnoughData as error:
        job.words = error.reason
        raise NotEnoughData(
            _("No road can be drawn yet: type your numbers, and add people who got in, so that there is a way to go.")
        ) from None


def _asked_for(one: Open, wishes: Wishes, worked: Worked, job: Job, fuse: Fuse) -> CaseRoadmap:
    place, name = one.desk.place, one.name
    return plan_case(
        name,
        cases=one.cases.after_work(dict(worked), one.as_of),
        clock=place.clock,
        planner=place.planner,
        wishes=replace(wishes, begins=one.desk.today + timedelta(days=1)),
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
    response = page(request, "progress.html", goal=one.kept.card.thing, job=job, currency=one.currency)
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
    """Only the road that was drawn last, and only while it still fits what there is."""
    asked = asked_in(request)
    row = next((each for each in one.kept.roads if str(each.id) == asked.raw("row")), None)
    if row is None:
        asked.wrong("row", _("the number of a road of this goal"))
        return shown(request, one, {}, asked.errors, status=400)
    if row != offered_row(one):
        raise Conflict(_("Another road was drawn since, or this one is followed already."), next_step=_("Look again."))
    if not still_fits(road_of(row), one.cases.get(one.name)):
        return shown(request, one, {}, {}, status=409)
    thing = replace(row.thing, accepted=desk().today)
    was = asked.row("was")
    one.desk.keeping.goals.amend(one.name, thing, row=row.id, was=was, event=one.desk.event("road accepted", one.name))
    one.desk.jobs.forget(one.name)
    return see(f"/goal/{one.name}", said="accepted")
