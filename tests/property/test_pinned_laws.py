"""What is to stay where it is, stays: whatever else fills its weeks, and however its figures changed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.roadmap_cases import action, instance

from twelfth.roadmap import Action, violations
from twelfth.roadmap import pinned_plan as planned
from twelfth.usecases import Clashing, GivenMile, Wishes
from twelfth.usecases.roads.wished import wished

DAY = date(2026, 3, 1)
WEEK = timedelta(weeks=1)
NAMES = ("a", "b", "c")


@st.composite
def known_miles(draw: st.DrawFn) -> tuple[tuple[Action, GivenMile], ...]:
    """Miles of a road that was drawn some days before or after, with what they take by now: time that passes, or a few
    hours a week, some of them logged."""
    found = []
    for name in NAMES[: draw(st.integers(1, len(NAMES)))]:
        begins, shift = draw(st.integers(-6, 9)), draw(st.integers(0, 6))
        hours, least = draw(st.sampled_from((0, 0, 2, 4))), draw(st.integers(1, 12))
        starts = DAY + timedelta(days=1 + shift)
        done = begins + max(least, hours // 2)
        one = GivenMile(
            move=name,
            title=name,
            begins=starts + begins * WEEK,
            done=starts + done * WEEK,
            hours=hours,
            cost=0,
            work=tuple((starts + (begins + at) * WEEK, 2) for at in range(hours // 2)),
            counted=True,
            again=None,
            exam=False,
        )
        left = max(1, hours - draw(st.integers(0, 2)))
        found.append((action(name, hours=left, min_weeks=max(1, least + draw(st.integers(-3, 1)))), one))
    return tuple(found)


@given(pairs=known_miles(), hours=st.integers(2, 6))
def test_a_mile_that_stays_is_done_when_it_was_to_be_or_it_is_said_why_not(
    pairs: tuple[tuple[Action, GivenMile], ...], hours: int
) -> None:
    """Its finish moves by less than a week, which is how weeks are counted anew; and the plan of it can be done."""
    case = instance(*(one for one, _ in pairs), weeks=20, hours=hours)
    miles = tuple(mile for _, mile in pairs)
    try:
        found = wished(
            case, Wishes(pins=tuple(one.move for one in miles), miles=miles), DAY, {name: name for name in NAMES}
        )
    except Clashing:
        return
    done = planned(found).completions(found.by_id)

    assert not violations(found, planned(found))
    for mile in miles:
        assert abs((DAY + timedelta(days=1) + done[mile.move] * WEEK - mile.done).days) < WEEK.days
