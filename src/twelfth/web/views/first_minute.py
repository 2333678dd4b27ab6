"""The first minute between the goal and the numbers: the next closing date, then past attempts. Each can be skipped."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twelfth.base import When
from twelfth.goal import Attempt, Round, closing_name
from twelfth.usecases import announced
from twelfth.web.asked import UNKNOWN, Asked
from twelfth.web.desk import Open
from twelfth.web.names import word_of
from twelfth.web.redirect import see
from twelfth.web.views.people import figures_said, keep_figures
from twelfth.web.views.rounds import is_pooled
from twelfth.web.views.shared import asked_in, for_goal, goal_page, once


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An attempt that was written down, and its round."""

    attempt: Attempt
    round: Round


@for_goal
def next_round(request: HttpRequest, one: Open) -> HttpResponse:
    """The next date as the pack has it, or a field for it."""
    if request.method == "POST":
        return once(request, lambda: _written(request, one))
    return _shown(request, one, {}, {})


@for_goal
def past_attempts(request: HttpRequest, one: Open) -> HttpResponse:
    """Whether there were any: none yet, later, or now; then another one, as many as there were."""
    tried = [Past(attempt=row.thing, round=one.process.round(row.thing.round)) for row in one.kept.attempts]
    return goal_page(
        request,
        one,
        "first_attempts.html",
        here="/first/attempts",
        heading=_("Were there other attempts?") if tried else _("Have you tried before?"),
        pooled=is_pooled(one.process),
        tried=tried,
    )


def _shown(
    request: HttpRequest, one: Open, sent: dict[str, str], errors: dict[str, str], *, status: int = 200
) -> HttpResponse:
    return goal_page(
        request,
        one,
        "first_round.html",
        here="/first/round",
        heading=_("When does the next round close?"),
        status=status,
        coming=announced(one.process, today=one.desk.today),
        kinds=one.process.kinds,
        row=one.kept.table,
        next_year=one.desk.today.year + 1,
        sent=sent,
        errors=errors,
    )


def _written(request: HttpRequest, one: Open) -> HttpResponse:
    asked, row = asked_in(request), one.kept.table
    held = None if asked.raw("closes") in UNKNOWN else _closing(asked, one)
    table = None if row is None or not {"applied", "selected"} & asked.sent.keys() else row.thing
    said = None if table is None else figures_said(asked, table, one)
    if not asked:
        return _shown(request, one, dict(asked.sent), asked.errors, status=400)
    told = (said.applied, said.selected) != (table.applied, table.selected) if said and table else False
    with one.desk.keeping.at_once():
        if said is not None and told:
            keep_figures(one, said, was=asked.raw("was"))
        if held is not None:
            one.keep(held, action="next round")
    return see(f"/goal/{one.name}/first/attempts", said="figures" if told else "next-round" if held else "")


def _closing(asked: Asked, one: Open) -> Round | None:
    """The round whose closing day a form says; None where it cannot be read, which `asked` then says."""
    when = asked.when("closes", latest=date.max)
    kinds = tuple(each.name for each in one.process.kinds)
    kind = asked.one_of("kind", kinds) if kinds else ""
    if when is not None and (when.latest is None or when.latest <= one.desk.today):
        asked.wrong("closes", _("a day or a month to come"))
    return _round(one, when, kind) if asked and when is not None else None


def _round(one: Open, when: When, kind: str) -> Round:
    """A coming round of the person's own word. Of a month it is its last day by which it has closed."""
    last = when.latest or one.desk.today
    return Round(
        id=word_of(f"closes {when}", taken={each.id for each in one.process.rounds}, otherwise="round"),
        kind=kind,
        name=closing_name(when),
        closes=last,
        decided=last,
        known=one.as_of,
        source=("own",),
    )
