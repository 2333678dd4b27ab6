"""A new road line by line: some of its differences are taken, the others stay as they were, and what comes of it is
drawn, told with its own chance, and offered in turn."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import Conflict
from twelfth.usecases import mixes_of, road_of, roads_apart
from twelfth.web.desk import Open
from twelfth.web.redirect import see
from twelfth.web.views.road import drawing, offered_row, shown
from twelfth.web.views.shared import asked_in, for_goal, posted

TAKE, KEEP = "take", "keep"


@posted
@for_goal
def mix(request: HttpRequest, one: Open) -> HttpResponse:
    """Put the road together that was chosen. Raises Conflict where one of the two roads is another by now."""
    asked, followed, offered = asked_in(request), one.kept.road, offered_row(one)
    if followed is None or offered is None:
        return see(f"/goal/{one.name}/road")
    if (asked.raw("followed"), asked.raw("offered")) != (str(followed.id), str(offered.id)):
        raise Conflict(
            _("The roads changed meanwhile: one was drawn or followed in another window."), next_step=_("Look again.")
        )
    before, now = road_of(followed), road_of(offered)
    lines = [each.change.move for each in roads_apart(before, now)]
    chosen = {move: asked.one_of(f"line-{move}", (TAKE, KEEP)) for move in lines}
    if not asked:
        return shown(request, one, dict(asked.sent), asked.errors, status=400)
    kept = {move for move, choice in chosen.items() if choice == KEEP}
    if not kept:
        return see(f"/goal/{one.name}/road#offered")
    return drawing(one, mixes_of(before, now, kept), dict(asked.sent), do="mix")
