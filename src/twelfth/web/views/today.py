"""Today: the next mile and why, at most three things to do, the hours of this week, the next date one may use."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import escape

from twelfth.base import TwelfthError
from twelfth.goal import Round, StageName
from twelfth.tell import read_alike, short_count, short_sentences
from twelfth.usecases import (
    CaseRoadmap,
    DatedMile,
    GapOnRoad,
    GoalBefore,
    RoadCloses,
    attempt_days,
    goals_before,
    got_in,
    hours_this_week,
    measure_gap,
    miles_ahead,
    minutes_this_week,
    next_exam,
    next_mile,
    own_deadline,
)
from twelfth.web.desk import Open, desk
from twelfth.web.missing import missing_of
from twelfth.web.old_road import old_road
from twelfth.web.page import page
from twelfth.web.redirect import see
from twelfth.web.told import Told
from twelfth.web.views.acquired import done_and_offered
from twelfth.web.views.after_yes import cited, still_open
from twelfth.web.views.audit import is_long_ago
from twelfth.web.views.begin_with import begin_with
from twelfth.web.views.coming import ahead_of, coming_of, followed_by
from twelfth.web.views.first_act import first_act
from twelfth.web.views.first_gap import FirstGap, first_gap
from twelfth.web.views.shared import for_goal, goal_page, steps
from twelfth.web.views.taken_again import Again, of_road
from twelfth.web.words import chance_words, day_words, following_words, titled_words, within_words
from twelfth.work import WEEK, monday_of

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The mile one is on: the hours it has this week, the first day of the exam that ends it where one does, how to
    begin it, what lapses before it is done, and what the whole road changes."""

    mile: DatedMile
    hours: int
    exam: date | None
    first_step: str
    again: tuple[Again, ...]
    why: str


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
    selected = got_in(one.kept, one.process)
    if selected is not None:
        return _reached(request, one, selected)
    day, followed = one.desk.today, followed_by(one)
    step, exam = (None, None) if followed is None else (_mile(one, followed, day), next_exam(followed, day))
    worked = one.desk.keeping.effort.days(one.name, since=monday_of(day))
    minutes = sum(each.minutes for each in worked if each.on < monday_of(day) + WEEK)
    return goal_page(
        request,
        one,
        "today.html",
        here="",
        heading=_("Today"),
        things=_things(one, followed, day),
        mile=step,
        today=day,
        minutes=minutes,
        planned=_planned(one, followed, day),
        distance=_distance(one),
        coming=coming_of(one),
        exam=exam if exam is not None and (step is None or exam[1] != step.exam) else None,  # said once
        outdated=old_road(one, followed),
        waiting=_waiting(one, day),
        left_open=() if followed is None or followed.closes is None else left_open(followed.closes),
        road=followed,
        done=done_and_offered(one),
        before=before_of(one),
    )


def _reached(request: HttpRequest, one: Open, held: Round) -> HttpResponse:
    """After a yes there is nothing to do here but what follows it, and to go on from it."""
    steps = still_open(one)
    return goal_page(
        request,
        one,
        "got_in.html",
        here="",
        heading=_("You got in."),
        round=held,
        following=steps,
        cited=cited(one, steps),
        today=one.desk.today,
        before=before_of(one),
    )


def before_of(one: Open) -> tuple[GoalBefore, ...]:
    """The goals this one goes on from."""
    keeping = one.desk.keeping
    return goals_before(one.kept, goals=keeping.goals, effort=keeping.effort, packs=one.desk.place.packs)


def _planned(one: Open, road: CaseRoadmap | None, day: date) -> int:
    """Minutes the road has for this week; without a mile, those there are."""
    if road is not None and road.miles:
        return minutes_this_week(road, day)
    capacity = one.kept.card.thing.capacity
    return round(60 * (capacity.hours_per_week or 0)) if capacity else 0


def _mile(one: Open, road: CaseRoadmap, day: date) -> Step | None:
    """The mile to work on now, else the next one."""
    mile = next_mile(road, day)
    if mile is None:
        return None
    exam = next(iter(attempt_days(mile, road.until)), None)
    return Step(
        mile=mile,
        hours=hours_this_week(mile, day),
        exam=exam,
        first_step=_first_step(one, mile),
        again=tuple(each for each in of_road(one, road, ahead_of(one).lapses) if each.day < (exam or mile.done)),
        why=_why(road),
    )


def _why(road: CaseRoadmap) -> str:
    """What the whole road changes: the chance, or the gaps where none can be told."""
    until = {"day": day_words(road.until)}
    if road.closes is not None:
        gaps, nearer = len(road.closes.gaps), len(road.closes.nearer)
        if nearer and not road.closes.closed:
            told = _("nearer in %(nearer)s of %(num)s gaps by %(day)s")
            return told % (until | {"nearer": nearer, "num": gaps})
        told = ngettext(
            "%(closed)s of %(num)s gap closed by %(day)s", "%(closed)s of %(num)s gaps closed by %(day)s", gaps
        )
        return told % (until | {"closed": road.closes.closed, "num": gaps})
    both = road.chances
    if not road.idle_known:
        return _("%(chance)s by %(day)s") % ({"chance": within_words(both.chance, both.within)} | until)
    chances = {
        "chance": within_words(both.chance, both.within, both.idle),
        "idle": chance_words(both.idle, both.chance),
    }
    if read_alike(both.chance, both.idle):
        return _("%(chance)s by %(day)s, about as much as with nothing done") % (chances | until)
    return _("%(chance)s instead of %(idle)s by %(day)s") % (chances | until)


def _distance(one: Open) -> Told | None:
    """How far one is, in a sentence or two; None where nothing is known of the person."""

    def made() -> str:
        found = measure_gap(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
        told = (short_sentences(found.cohort, found.rubric), short_count(found.cohort))
        return escape(" ".join(filter(None, told)))

    return Told.remembered(one, "far", "", made) if one.facts else None


def _waiting(one: Open, day: date) -> tuple[str, str, date] | None:
    """An answer that was put off: its page, its round, and until when."""
    again, audited = one.kept.card.thing.again_on, {audit.thing.round for audit in one.kept.audits}
    if again is None or again <= day:
        return None
    for row in reversed(one.kept.attempts):
        if row.thing.stage is StageName.NOT_SELECTED and row.thing.round not in audited:
            return f"/goal/{one.name}/audit/{row.id}", titled_words(one.process.round(row.thing.round).name), again
    return None


def _things(one: Open, road: CaseRoadmap | None, day: date) -> tuple[Thing, ...]:
    """What follows a yes comes first, then what is missing, then answers, then the miles of the road."""
    base = f"/goal/{one.name}"
    found = [Thing(told=_("Type your numbers, as far as you know them"), where=f"{base}/numbers")]
    if not one.process.traits:
        found = [Thing(told=_("Add a table of people who got in"), where=f"{base}/numbers")]
    elif one.kept.facts:
        found = [] if road is not None or one.kept.roads else _before_a_road(one, base)
    job = one.desk.jobs.of(one.name)
    if job is not None and job.interrupted:
        found.append(Thing(told=_("Drawing your road was interrupted: draw it again"), where=f"{base}/road#job"))
    act = first_act(one)
    if act is not None:
        found.append(Thing(told=act.told, where=act.where))
    fresh, old = _answers(one, base, day)
    found += fresh
    if road is not None:
        now = _mile(one, road, day)  # stands above already, with what comes before it
        above = () if now is None else now.again
        found += [_again(each) for each in of_road(one, road, ahead_of(one).lapses) if each not in above]
        ahead = [mile for mile in miles_ahead(road, day) if now is None or mile.move != now.mile.move]
        found += [
            Thing(told=titled_words(mile.title), where=f"{base}/learn#{mile.move}", by=mile.done) for mile in ahead
        ]
    after = [Thing(told=following_words(each), where=f"{base}/next") for each in still_open(one)]
    every = (*after, *found)
    before = len(every) if fresh else MOST - 1
    return (*every[:before], *old, *every[before:])[:MOST]


def _before_a_road(one: Open, base: str) -> list[Thing]:
    """What the distance waits for, else what to begin with; then the road."""
    draw = Thing(told=_("Draw your road"), where=f"{base}/road")
    if missing_of(one).answers:
        return [Thing(told=_("Answer what is missing about you"), where=f"{base}/distance#missing"), draw]
    begin, gap = begin_with(one), first_gap(one)
    if begin is not None:
        return [Thing(told=begin.title, where=begin.where, by=begin.done), draw]
    if gap is None:
        return [draw]
    by = own_deadline(one.kept, today=one.desk.today)
    return [Thing(told=_gap_words(gap), where=gap.where, by=by), draw]


def _gap_words(gap: FirstGap) -> str:
    if not (gap.now and gap.then):
        return gap.title
    return _("%(what)s, from %(now)s to %(then)s") % {"what": gap.title, "now": gap.now, "then": gap.then}


def _again(each: Again) -> Thing:
    told = _("Take it again before it lapses: %(what)s")
    return Thing(told=told % {"what": "; ".join(map(titled_words, each.titles))}, where=each.where, by=each.day)


def _first_step(one: Open, mile: DatedMile) -> str:
    """How to begin a mile, while nobody has worked on it."""
    move = next((each for each in one.process.moves if each.id == mile.move), None)
    begun = mile.move in one.worked
    return "" if move is None or begun else move.first_step


def _answers(one: Open, base: str, day: date) -> tuple[list[Thing], list[Thing]]:
    """Answers to look at, unless put off, and answers still to come; and apart from them those to a round of long ago,
    for which one thing to do has its place."""
    audited = {audit.thing.round for audit in one.kept.audits}
    again = one.kept.card.thing.again_on
    waited, fresh, old = again is None or again <= day, list[Thing](), list[Thing]()
    for row in one.kept.attempts:
        held = one.process.round(row.thing.round)
        name = titled_words(held.name)
        if row.thing.stage in UNDECIDED:
            told = _("Write down the answer of %(round)s when it comes") % {"round": name}
            fresh.append(Thing(told=told, where=f"{base}/rounds"))
        elif row.thing.stage is StageName.NOT_SELECTED and row.thing.round not in audited and waited:
            told = _("Look at the answer of %(round)s, when you are ready") % {"round": name}
            where = old if is_long_ago(held, day) else fresh
            where.append(Thing(told=told, where=f"{base}/audit/{row.id}"))
    return fresh, old


def left_open(closes: RoadCloses) -> tuple[GapOnRoad, ...]:
    """Gaps that a road does not close although something could be done for them, as it lists them."""
    return tuple(each for each in closes.gaps if not each.is_closed and each.lacks in ("hours", "place"))
