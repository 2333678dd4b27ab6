"""What may stand beside each question about a person: what those selected had, and from where to where it is
required."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from twelfth.audit import CohortDistance, cohort_distance
from twelfth.distance import Gap, gaps
from twelfth.goal import Profile, YesGroup, profile
from twelfth.usecases.distance.backdrop import Backdrop, backdrops
from twelfth.usecases.distance.measure_gap import those_selected
from twelfth.usecases.ports import CaseShelf, Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """gaps: of every trait that is neither a day nor protected; of nobody where nobody selected is described. behind:
    what is required of them, by trait. cohort: those compared with; null without any."""

    gaps: tuple[Gap, ...]
    behind: tuple[Backdrop, ...] = ()
    cohort: CohortDistance | None = None


def beside_questions(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, who: Profile | None = None
) -> Beside:
    """What may stand beside the questions of a case as of a day (default: today). No score is computed and no chance.
    who: the profile of that day, where it is made already.

    Raises:
        NotFound: no such case.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    known_case, known = case.known(day), process.known(day)
    who = profile(known_case.facts, day, traits=known.traits) if who is None else who
    part, everyone = those_selected(known_case, known), len(known.yes_group or ())
    cohort = None if part is None else cohort_distance(known, who, part, round_id=None, everyone=everyone)
    nobody = YesGroup(known.traits, np.empty((0, len(known.traits))))
    found = gaps(who, nobody) if cohort is None else cohort.gaps
    told = tuple(gap for gap in found if not gap.protected)
    plain_case, plain = replace(known_case, attempts=()), replace(known, pool=())
    behind = backdrops(plain_case, plain, day, [gap.trait for gap in told])
    return Beside(gaps=told, behind=behind, cohort=cohort)
