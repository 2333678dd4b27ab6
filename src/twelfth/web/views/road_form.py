"""What the form that draws a road begins with: the last day, what is left out and whether tests are taken again, as
they were wished for last."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import add_months
from twelfth.usecases import CaseRoadmap, Wishes, leavable, own_deadline, road_of
from twelfth.web.desk import Open


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadForm:
    """until: the last day, "" where none is asked for. left_out: names of what is left out. moves: titles by name of
    everything that may be. renews: whether the box is ticked that counts on results being taken again."""

    until: str
    left_out: tuple[str, ...]
    moves: dict[str, str]
    renews: bool


def form_of(one: Open, sent: dict[str, str]) -> RoadForm:
    """As the road drawn last was wished for; of a form that comes back, as it was sent."""
    last = road_of(one.kept.roads[-1]) if one.kept.roads else None
    moves = leavable(one.process)
    left_out = () if last is None or "hours" in sent else last.wished.avoid
    return RoadForm(
        until="" if (until := until_of(one, last)) is None else until.isoformat(),
        left_out=left_out,
        renews="renews" in sent if "hours" in sent else last is None or last.wished.renews,
        moves={**moves, **{name: _title(last, name) for name in left_out if name not in moves}},
    )


def until_of(one: Open, last: CaseRoadmap | None) -> date | None:
    """The day wished for last, while it is ahead; of the first road the next day that the person gave a round."""
    today, wished = one.desk.today, None if last is None else last.wished.until
    if last is None or (wished is not None and wished <= today):
        wished = own_deadline(one.kept, today=today)
    return None if wished is None or wished > add_months(today, Wishes.MOST_MONTHS) else wished


def _title(last: CaseRoadmap | None, name: str) -> str:
    """Of a step that the road says it left out; else its name."""
    return next((each.title for each in (() if last is None else last.aside) if each.move == name), name)
