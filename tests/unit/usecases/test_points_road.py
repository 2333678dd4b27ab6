"""What a case amounts to for the planner where points decide: what is held is not what lacks hours."""

from datetime import date

from twelfth.compose import workplace
from twelfth.distance import move_held
from twelfth.goal import profile
from twelfth.usecases import Wishes
from twelfth.usecases.roads.points_road import points_road

DAY, UNTIL = date(2025, 12, 17), date(2026, 12, 17)


def test_what_is_held_is_not_what_lacks_hours() -> None:
    """Three years of work abroad are there, and nobody has to say how long they take; a doctorate is not."""
    place = workplace()
    case, process = place.cases.get("newcomer").known(DAY), place.cases.process_of("newcomer").known(DAY)
    who = profile(case.facts, DAY, traits=process.traits)
    road = points_road(case, process, as_of=DAY, until=UNTIL, capacity=(10, None), wishes=Wishes())
    held = {one.id for one in process.moves if move_held(process, who, one)}
    lacking = {one.move.id for one in road.catalogue.unpriced}

    assert "foreign_work_36" in held
    assert "doctorate" in lacking
    assert not held & lacking
