"""What a person wishes for single moves, put into what can be done: what stays where it is, what is put off.

A mile that is to stay is worked in the very weeks it had, counted anew from the day of the drawing: a week that began
within a week of the old one takes its hours. What was to be worked before that day is past; where hours were logged,
the earliest of those planned are the ones that are done. It is done on the day it was to be done, or it is said why it
cannot be.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twelfth.roadmap import Action, Instance, pinned_plan, violations
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.clash import BEFORE, GONE, HOURS, LATE, LEFT, MONEY, PUT_OFF, SLIPS, Clash, Clashing
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.wishes import CENTURY, WEEK, weeks_to
from twelfth.work import monday_of

Work = tuple[tuple[int, int], ...]


def wished(
    instance: Instance, wishes: Wishes, day: date, titles: Mapping[str, str], pauses: Collection[date] = ()
) -> Instance:
    """The instance, whose first week begins the day after one, as it is wished for. titles: of its actions by id;
    pauses: Mondays of the weeks its hours leave out.

    Raises:
        Clashing: the wishes cannot be met together.
    """
    if not (wishes.pins or wishes.not_before or wishes.alone):
        return instance
    starts = day + timedelta(days=1)
    stay = staying(wishes, {one.id: one.after for one in instance.actions})
    late = {move: weeks_to(first, starts) for move, first in wishes.not_before}
    gone = 0 if wishes.begins is None else weeks_to(wishes.begins, starts)
    actions = [
        _pinned(one, stay[one.id], starts, gone) if one.id in stay else one
        for one in (replace(each, not_before=late.get(each.id, 0)) for each in instance.actions)
        if one.id in stay or not wishes.alone
    ]
    plain = replace(instance, actions=tuple(_able(actions, titles)))
    found = _passing(plain, stay)
    over = [*_hours(_worked(plain, stay), starts, titles, pauses)]
    clashes = _clashes(found, starts, titles, over) or [*_slipping(found, stay, starts, titles)]
    if clashes:
        raise Clashing(*clashes)
    return found


def staying(wishes: Wishes, after: Mapping[str, Sequence[str]]) -> dict[str, GivenMile]:
    """The miles that are to stay, by move: those wished for, and what comes before them where the road has it. after:
    what each move that can be planned comes after."""
    miles = {one.move: one for one in wishes.miles}
    found, ahead = dict[str, GivenMile](), [one for one in wishes.pins if one in miles]
    while ahead:
        name = ahead.pop()
        if name in found or name not in after:
            continue
        found[name] = miles[name]
        ahead += [one for one in after[name] if one in miles]
    return found


def check_there(wishes: Wishes, there: Collection[str], held: Collection[str]) -> None:
    """Refuse to keep what can no longer be planned. held: moves that there is nothing left to do for, which need no
    keeping. Raises Clashing."""
    gone = [one for one in wishes.miles if one.move in wishes.pins and one.move not in (*there, *held)]
    if gone:
        raise Clashing(*(Clash(kind=GONE, titles=(one.title,)) for one in gone))


def _able(actions: list[Action], titles: Mapping[str, str]) -> Iterator[Action]:
    """The same. Raises Clashing where one needs something that was left out."""
    names = {one.id for one in actions}
    for one in actions:
        lacking = [titles.get(name, name) for name in one.after if name not in names]
        if lacking:
            raise Clashing(Clash(kind=BEFORE, titles=(titles.get(one.id, one.id), *lacking)))
        yield one


def _pinned(action: Action, mile: GivenMile, starts: date, gone: int) -> Action:
    """In the weeks the mile had, done when it was to be. What began before goes on: fewer weeks are left of those it
    takes at least. gone: so many weeks of the road are past."""
    begins = (mile.begins - starts).days // WEEK
    if not mile.work:
        pairs: Work = ((max(gone, begins), action.hours),)
    else:
        planned = [((first - starts).days // WEEK, hours) for first, hours in mile.work]
        pairs = _last(tuple(pair for pair in planned if pair[0] >= gone), action.hours) or ((gone, 1),)
    days, first = (mile.done - starts).days, pairs[0][0]
    done = days // WEEK if mile.begins >= starts else -(-days // WEEK)
    left = max(1, done - first, action.min_weeks - max(0, first - begins))
    return replace(action, pinned=pairs, min_weeks=min(CENTURY, left))


def _last(pairs: Work, hours: int) -> Work:
    """The last so many hours of some work, or all where there are fewer."""
    kept = list[tuple[int, int]]()
    for week, each in reversed(pairs):
        if hours > 0:
            kept.append((week, min(each, hours)))
            hours -= each
    return tuple(reversed(kept))


def _passing(instance: Instance, stay: Mapping[str, GivenMile]) -> Instance:
    """With an hour more in the week in which time that passes begins and stays: it takes none of those there are, and
    nothing else can have it."""
    hours = list(instance.calendar.hours)
    for one in instance.actions:
        if _is_passing(one, stay) and one.pinned[0][0] < len(hours):
            hours[one.pinned[0][0]] += 1
    return replace(instance, calendar=replace(instance.calendar, hours=tuple(hours)))


def _worked(instance: Instance, stay: Mapping[str, GivenMile]) -> Instance:
    """What takes hours of a person."""
    return replace(instance, actions=tuple(one for one in instance.actions if not _is_passing(one, stay)))


def _is_passing(action: Action, stay: Mapping[str, GivenMile]) -> bool:
    """Whether it stays and takes time alone: the hour that the planner has for it is nobody's."""
    return bool(action.pinned) and action.hours == 1 and not stay[action.id].work


def _slipping(
    instance: Instance, stay: Mapping[str, GivenMile], starts: date, titles: Mapping[str, str]
) -> Iterator[Clash]:
    """What would be done a week later than it was to be, or more."""
    done = pinned_plan(instance).completions(instance.by_id)
    for name, mile in stay.items():
        day = starts + timedelta(weeks=done[name])
        if (day - mile.done).days >= WEEK:
            yield Clash(kind=SLIPS, titles=(titles.get(name, name),), day=day)


def _clashes(instance: Instance, starts: date, titles: Mapping[str, str], over: Iterable[Clash]) -> list[Clash]:
    """What is wrong with single wishes, else what is wrong between them. over: weeks with too many hours."""
    alone = (_left, _after_the_end, _put_off, _too_late)
    found = [clash for each in alone for clash in each(instance, starts, titles)]
    if found or not (stays := pinned_plan(instance)).work:
        return found
    found = [*over, *_money(instance, titles), *_before(instance, starts, titles)]
    if not found and violations(instance, stays):  # the hours a week that one may take are others by now
        return [Clash(kind=LEFT, titles=tuple(titles.get(one, one) for one in stays.work))]
    return found


def _left(instance: Instance, starts: date, titles: Mapping[str, str]) -> Iterator[Clash]:  # noqa: ARG001
    for one in instance.actions:
        there = sum(hours for _, hours in one.pinned)
        if one.pinned and there < one.hours:
            yield Clash(kind=LEFT, titles=(titles.get(one.id, one.id),), needed=one.hours, there=there)


def _after_the_end(instance: Instance, starts: date, titles: Mapping[str, str]) -> Iterator[Clash]:
    for one in instance.actions:
        if one.pinned and one.pinned[-1][0] >= instance.weeks:
            done = starts + timedelta(weeks=one.complete(one.pinned[0][0], one.pinned[-1][0]))
            yield Clash(kind=LATE, titles=(titles.get(one.id, one.id),), day=done)


def _hours(instance: Instance, starts: date, titles: Mapping[str, str], pauses: Collection[date]) -> Iterator[Clash]:
    have = instance.calendar.hours
    pinned = [one for one in instance.actions if one.pinned]
    needed: Counter[int] = sum((Counter(dict(one.pinned)) for one in pinned), Counter())
    over = {week: hours for week, hours in sorted(needed.items()) if week < len(have) and hours > have[week]}
    if not over:
        return
    rests = [_rest(week, starts, pauses) for week, hours in over.items() if hours <= max(have)]
    cut = [one for one in rests if one is not None]
    first = next(iter(over))
    yield Clash(
        kind=HOURS,
        titles=tuple(titles.get(one.id, one.id) for one in pinned if over.keys() & dict(one.pinned).keys()),
        day=starts + timedelta(weeks=first),
        needed=max(over.values()),
        there=have[first],
        weeks=len(over),
        paused=len(cut),
        rests=cut[0] if cut else None,
        rests_to=_last_day(cut[0], pauses) if cut else None,
    )


def _rest(week: int, starts: date, pauses: Collection[date]) -> date | None:
    """The Monday of the first pause that a week of the road lies in, if any."""
    ends = (starts + timedelta(weeks=week), starts + timedelta(weeks=week, days=WEEK - 1))
    return next((monday for monday in map(monday_of, ends) if monday in pauses), None)


def _last_day(monday: date, pauses: Collection[date]) -> date:
    """Of weeks of pause in a row."""
    while monday + timedelta(weeks=1) in pauses:
        monday += timedelta(weeks=1)
    return monday + timedelta(days=WEEK - 1)


def _money(instance: Instance, titles: Mapping[str, str]) -> Iterator[Clash]:
    needed = pinned_plan(instance).cost(instance.by_id)
    there = instance.calendar.arrived(instance.weeks)
    if needed > there:
        dear = tuple(titles.get(one.id, one.id) for one in instance.actions if one.pinned and one.cost)
        yield Clash(kind=MONEY, titles=dear, needed=needed, there=there)


def _before(instance: Instance, starts: date, titles: Mapping[str, str]) -> Iterator[Clash]:
    done = pinned_plan(instance).completions(instance.by_id)
    for one in (each for each in instance.actions if each.pinned):
        for name in one.after:
            if name not in done or done[name] > one.pinned[0][0]:
                day = starts + timedelta(weeks=done[name]) if name in done else None
                yield Clash(kind=BEFORE, titles=(titles.get(one.id, one.id), titles.get(name, name)), day=day)


def _put_off(instance: Instance, starts: date, titles: Mapping[str, str]) -> Iterator[Clash]:
    for one in instance.actions:
        if one.pinned and one.pinned[0][0] < one.not_before:
            day = starts + timedelta(weeks=one.pinned[0][0])
            yield Clash(kind=PUT_OFF, titles=(titles.get(one.id, one.id),), day=day)


def _too_late(instance: Instance, starts: date, titles: Mapping[str, str]) -> Iterator[Clash]:
    """What is put off so far that it cannot be done by the last day, whatever else is."""
    most = max(instance.calendar.hours)
    for one in instance.actions:
        if one.not_before and not one.pinned and most:
            worked = -(-one.hours // min(one.max_hours_week, most))
            done = one.not_before + max(worked, one.min_weeks)
            if done > instance.last_week:
                yield Clash(kind=LATE, titles=(titles.get(one.id, one.id),), day=starts + timedelta(weeks=done))
