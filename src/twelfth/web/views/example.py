"""The example: one press opens it, furnished, on a short page that tells what it is about."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.usecases import EXAMPLE, CaseOf, Example
from twelfth.web.desk import Open, desk
from twelfth.web.jobs import ROAD, Job
from twelfth.web.redirect import see
from twelfth.web.views.shared import for_goal, goal_page, once, posted

NAME = "demo"


@posted
def demo(request: HttpRequest) -> HttpResponse:
    """Hernández's case as a goal that can be looked at and removed again."""
    return once(request, _demo)


def _demo() -> HttpResponse:
    here = desk()
    if all(one.thing.name != NAME for one in here.keeping.goals.cards()):
        place, goals, example = here.place, here.keeping.goals, Example(name=NAME, clock=here.place.clock)
        goals.begin(example.begun(place.cases.get(EXAMPLE)), event=here.event("demo", NAME))
        cases = CaseOf(goals.get(NAME), place.packs)
        goals.keep(NAME, example.audit(cases=cases, log=place.log), event=here.event("audit", NAME))

        def draw(job: Job) -> None:
            road = example.road(cases=cases, planner=place.planner, over=job.over)
            if not job.unwanted:
                goals.keep(NAME, road, event=here.event("road accepted", NAME))

        here.jobs.start(NAME, ROAD, draw, where=f"/goal/{NAME}/road")
    return see(f"/goal/{NAME}/story", said="demo")


@for_goal
def story(request: HttpRequest, one: Open) -> HttpResponse:
    """What the example is about, and where to look."""
    if not one.kept.card.thing.invented or one.name != NAME:
        raise Http404
    job = one.desk.jobs.of(NAME)
    one.desk.jobs.forget(NAME)
    return goal_page(
        request,
        one,
        "story.html",
        here="/story",
        heading=_("Eleven times no"),
        story=Example.story(one.kept, one.process),
        audits=one.kept.audits,
        drawing=job is not None and not job.done,
    )
