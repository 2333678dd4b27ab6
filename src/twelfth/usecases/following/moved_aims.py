"""Where those who got in stand by now, beside where a road goes: a table that grows moves what there is to reach."""

from dataclasses import dataclass

from twelfth.goal import Case, Process, Profile
from twelfth.usecases.distance.reach import reach_of
from twelfth.usecases.roads.case_roadmap import CaseRoadmap


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAim:
    """One trait in which a road goes to another level than is aimed at by now. aim: "middle" or "quarter" of those
    selected; now: where that is, then: where the road goes, both in words."""

    title: str
    aim: str
    now: str
    then: str


def moved_aims(road: CaseRoadmap, case: Case, process: Process, who: Profile) -> tuple[MovedAim, ...]:
    """Of the gaps in which a road brings one further, those whose aim is another than when it was drawn and still lies
    ahead. case, process: as of the day of the profile."""
    from twelfth.distance import Aim

    if road.closes is None:
        return ()
    targets, found = {one.trait.name: one for one in reach_of(case, process, who).targets}, []
    for gap in road.closes.gaps:
        target = targets.get(gap.trait)
        code = None if target is None else target.codes.get(Aim(road.closes.aim))
        if gap.by is None or target is None or code is None:
            continue
        now = target.trait.words(target.trait.level(code))
        if now not in (gap.aim, gap.then):
            found.append(MovedAim(title=gap.title, aim=road.closes.aim, now=now, then=gap.then))
    return tuple(found)
