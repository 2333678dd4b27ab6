"""What a road closes where no chance can be told: why none can, each gap in counts of those who got in, the gates, and
what only the person can say. No percentage anywhere."""

import math
from collections.abc import Iterable

from twelfth.tell.language import N_, _, day_of, ngettext, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import level, listed, titled
from twelfth.usecases import CaseRoadmap, GapOnRoad, GateOnRoad, RoadCloses

WHY = {
    "people": N_("No chance can be told: nobody who got in is on file."),
    "applicants": N_("No chance can be told: what those who applied had is not known."),
    "rounds": N_("No chance can be told: too few rounds are on file to expect when the next ones are."),
    "requirement": N_("No chance can be told: a requirement is not met, so that no round can be entered yet."),
}
"""By the cause of NoChance."""
AIMS = {
    "middle": N_("A gap is closed once you stand at or above half of those who got in."),
    "quarter": N_("A gap is closed once you stand at or above three quarters of those who got in."),
}
REACHED = {
    "middle": N_("In everything that is known of you, you stand at or above half of those who got in."),
    "quarter": N_("In everything that is known of you, you stand at or above three quarters of those who got in."),
}
GAPS, GATES = N_("What it closes"), N_("Requirements that stand open")
CLOSINGS, HOURS = N_("By when a round closes"), N_("Say how many hours it takes")
GUESS = N_("Your own estimate is enough, 0 if only time has to pass: the next road is drawn with it.")
AS_WAY = N_("Put it into the case file as [[way]].")
CLOSED = N_("closed")
MIXED = N_("It was put together line by line: no better one was looked for.")
PAIR = N_("How many of those who got in you stand at or above: the broad bar with the road, the thin one today.")


def closes_short(answer: CaseRoadmap, closes: RoadCloses) -> list[str]:
    """Why there is no chance; how many gaps and gates are behind one by the last day, and in what one is nearer; what
    found no room; and what is proved."""
    found = [_(WHY[closes.why])]
    if closes.gaps:
        told = ngettext(
            "This road closes %(closed)s of %(num)s gap by %(day)s.",
            "This road closes %(closed)s of %(num)s gaps by %(day)s.",
            len(closes.gaps),
            closed=closes.closed,
            day=answer.until,
        )
        found.append(f"{told} {_(AIMS[closes.aim])}")
    elif closes.people:
        found.append(_(REACHED[closes.aim]))
    if closes.gates:
        found.append(
            ngettext(
                "Of %(num)s requirement that stands open it meets %(met)s.",
                "Of %(num)s requirements that stand open it meets %(met)s.",
                len(closes.gates),
                met=closes.met,
            )
        )
    return [*found, *_nearer(closes), *_no_room(answer, closes), *_limit(answer, closes)]


def _nearer(closes: RoadCloses) -> list[str]:
    """In what it goes a part of the way."""
    told = N_("%(title)s (from %(now)s to %(then)s)")
    some = [_(told, title=titled(one.title), now=level(one.now), then=level(one.then)) for one in closes.nearer]
    return [_("It goes a part of the way in: %(titles)s.", titles=listed(some))] if some else []


def _no_room(answer: CaseRoadmap, closes: RoadCloses) -> list[str]:
    """What it leaves open as it does not fit, which may be the widest gap of all, and by how much."""
    out = [one for one in closes.gaps if one.lacks == "place"]
    if not out:
        return []
    titles = listed([f"{_with_aim(one)} ({more})" if (more := more_words(one)) else _with_aim(one) for one in out])
    if _is_money_short(answer, out):
        told = N_(
            "Left open, as the hours, the money or the days do not suffice: %(titles)s. More hours a week, more money "
            "or a later last day may close it."
        )
    else:
        told = N_(
            "Left open, as the hours or the days do not suffice: %(titles)s. More hours a week or a later last day may "
            "close it."
        )
    return [_(told, titles=titles)]


def _with_aim(one: GapOnRoad) -> str:
    """What is to be reached; by its title alone where it is had or not had."""
    return titled(one.title) if one.aim == "yes" else f"{titled(one.title)}: {level(one.aim)}"


def _is_money_short(answer: CaseRoadmap, gaps: Iterable[GapOnRoad]) -> bool:
    """Whether more money may be what some of them lack: there is a limit to it, and they cost some."""
    return answer.budget is not None and any(one.more is None or one.more.cost > 0 for one in gaps)


def more_words(one: GapOnRoad) -> str:
    """What closing it takes besides; "" where that is not known."""
    if one.more is None:
        return ""
    hours = _("%(hours)s h more", hours=plain_number(one.more.hours)) if one.more.hours else ""
    months = one.more.months
    later = ngettext("%(num)s month more", "%(num)s months more", math.ceil(months)) if months else ""
    return ", ".join(filter(None, (hours, later)))


def _limit(answer: CaseRoadmap, closes: RoadCloses) -> list[str]:
    """What is proved of every other plan."""
    if not (closes.gaps or closes.gates):
        return []
    if not answer.miles:
        return [_("Nothing whose hours are known closes any of it in the time there is.")]
    if answer.wished.mixed:
        return [_(MIXED)]
    if closes.proved and (without := [titled(one.title) for one in closes.gaps if one.lacks == "hours"]):
        return [
            _(
                "Not counted, as nobody has said how many hours it takes: %(titles)s. Of the rest no plan within these "
                "hours and this money brings you further by then, which is proved.",
                titles=listed(without),
            )
        ]
    if closes.proved:
        return [_("No plan within these hours and this money brings you further by then, which is proved.")]
    return [_("Whether another plan brings you further by then is not proved.")]


def gap_line(one: GapOnRoad) -> str:
    """Now, then and by when, and how many of those who got in one stands at or above."""
    told = {"now": level(one.now), "count": one.then_at, "people": one.people}
    if one.by is None:
        return _("Now %(now)s: at or above %(count)s of %(people)s who got in", **told)
    return _(
        "Now %(now)s, then %(then)s by %(day)s: at or above %(count)s of %(people)s who got in",
        then=level(one.then),
        day=one.by,
        **told,
    )


def gap_open(one: GapOnRoad) -> str:
    """At what an open gap is closed, and what stands in the way; "" of a closed one."""
    told = {"aim": level(one.aim)}
    if one.lacks == "hours":
        return _("Closed at %(aim)s; nobody has said how many hours that takes.", **told)
    if one.lacks == "place":
        return _("Closed at %(aim)s, for which there is no room.", **told)
    if one.lacks == "aside":
        return _("Closed at %(aim)s, which is left aside; why is said below.", **told)
    return ""


def gap_rows(closes: RoadCloses) -> list[tuple[str, str]]:
    """(trait, what becomes of it), as the traits stand."""
    return [(titled(one.title), " ".join(filter(None, (f"{gap_line(one)}.", gap_open(one))))) for one in closes.gaps]


def gate_rows(closes: RoadCloses) -> list[tuple[str, str]]:
    """(requirement, from when it is met)."""
    return [(titled(one.title), _gate(one)) for one in closes.gates]


def _gate(one: GateOnRoad) -> str:
    if one.by is not None:
        return _("met from %(day)s", day=one.by)
    return _("not met") if one.known else _("not known")


def closing_rows(closes: RoadCloses) -> list[tuple[str, str]]:
    """(round with its day, how many gaps are closed by then)."""
    return [
        (
            _named(titled(one.name), day_of(one.day)),
            ngettext(
                "%(closed)s of %(num)s gap closed by then",
                "%(closed)s of %(num)s gaps closed by then",
                len(closes.gaps),
                closed=one.closed,
            ),
        )
        for one in closes.closings
    ]


def _named(name: str, day: str) -> str:
    """A round with its day, once."""
    return name if day in name else f"{name}, {day}"


def left_words(closes: RoadCloses) -> list[str]:
    """What is not known of the person, and what is taken to be passed the first time."""
    found = []
    if closes.unknown:
        titles = listed([titled(one.title) for one in closes.unknown])
        found.append(_("Not known of you, so that it is in no gap: %(titles)s.", titles=titles))
    if closes.exams:
        titles = listed([titled(one) for one in closes.exams])
        found.append(_("Counted as passed the first time, which nobody knows: %(titles)s.", titles=titles))
    return found


def say_closes(paper: Paper, closes: RoadCloses) -> None:
    """The part of the answer that stands in place of chances."""
    for heading, rows in ((GAPS, gap_rows(closes)), (GATES, gate_rows(closes)), (CLOSINGS, closing_rows(closes))):
        if rows:
            paper.heading(_(heading))
            paper.rows(rows, most=26)
    if closes.hours:
        paper.heading(_(HOURS))
        for one in closes.hours:
            paper.bullet(f"{titled(one.title)}.")
        paper.para(f"{_(GUESS)} {_(AS_WAY)}", indent=2)
