"""Where a person stands today: the gap to the yes group, and the score where there is a rubric."""

from dataclasses import dataclass, replace
from datetime import date

from twelfth.audit import CohortDistance, RubricDistance, cohort_distance, rubric_distance
from twelfth.base import NotEnoughData, Said
from twelfth.distance import Drift, drifts
from twelfth.goal import Case, Change, Limit, Process, YesGroup, profile
from twelfth.usecases.distance.backdrop import Backdrop, backdrops
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.ports import CaseShelf, Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """The distance of one case on one day, by every kind of evidence its pack has.

    drifts: in what those selected lately differ from those selected earlier by more than chance. unknown: what leaves
    the score a range, in the words it is asked for in. backdrops: what stands behind gaps, by trait: past attempts,
    those who applied, what is required.
    """

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    as_of: date
    cohort: CohortDistance | None
    rubric: RubricDistance | None
    cannot_be_known: tuple[Limit, ...]
    rule_changes: tuple[Change, ...]
    drifts: tuple[Drift, ...] = ()
    unknown: tuple[str, ...] = ()
    attribution: str = ""
    backdrops: tuple[Backdrop, ...] = ()


def measure_gap(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, round_id: str | None = None
) -> Distance:
    """The distance of a case as of a day (default: today), against everybody selected or one round only.

    Raises:
        NotFound: no such case or round.
        NotEnoughData: the pack has neither a yes group nor a rubric that answers for that day.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    known_case, known = case.known(day), process.known(day)
    if round_id is not None:
        known.round(round_id)
    part = those_selected(known_case, known, round_id)
    cohort = None if part is None else _cohort(known_case, known, day, part, round_id)
    if cohort is None and round_id is not None:
        raise NotEnoughData(
            Said(
                "Nobody selected in round %(round)s is on file: nothing to compare with there.",
                round=round_id,
            ),
            next_step=f"Leave --round out: twelfth gap {name}",
        )
    if cohort is None and not process.rubric:
        raise NotEnoughData(
            Said(
                "Nobody selected by %(day)s is on file, and no rubric: nothing to measure against.",
                day=day,
            ),
            next_step=f"See the odds instead: twelfth odds {name}"
            if known.grid is not None or known.points
            else "Add people to its yes_group.csv, or ask for a later day.",
        )
    check_rule_sourced(process, day)
    found = _distance(known_case, known, day, cohort, _rubric(known_case, known, day))
    if part is None or cohort is None:
        return found
    names = [one.trait for one in cohort.gaps]
    return replace(found, drifts=drifts(part), backdrops=backdrops(known_case, known, day, names))


def score_case(name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> Distance:
    """The exact score of a case as of a day (default: today), with its standing against past cut-offs.

    Raises:
        NotFound: no such case.
        NotEnoughData: the pack has no rubric, or none sourced for that day.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    if not process.rubric:
        raise NotEnoughData(
            f"The pack {process.name!r} publishes no points, so there is no score.",
            next_step=f"Hold the points you state against its cut-offs with: twelfth odds {name}"
            if process.points
            else f"See the distance instead with: twelfth gap {name}",
        )
    check_rule_sourced(process, day)
    known_case, known = case.known(day), process.known(day)
    return _distance(known_case, known, day, None, _rubric(known_case, known, day))


def _rubric(case: Case, process: Process, day: date) -> RubricDistance | None:
    if not process.rubric:
        return None
    return rubric_distance(process, profile(case.facts, day, traits=process.traits))


def those_selected(case: Case, process: Process, round_id: str | None = None) -> YesGroup | None:
    """Those to compare with, the person never among them; None without any."""
    if process.yes_group is None:
        return None
    rounds = None if round_id is None else [round_id]
    part = process.yes_group.among(rounds=rounds, seat=process.seat, without=case.names)
    return part if len(part) else None


def _cohort(case: Case, process: Process, day: date, part: YesGroup, round_id: str | None) -> CohortDistance:
    who = profile(case.facts, day, traits=process.traits)
    last = process.rounds[-1].id if process.rounds else None
    return cohort_distance(process, who, part, round_id=round_id or last, everyone=len(process.yes_group or ()))


def _distance(
    case: Case, process: Process, day: date, cohort: CohortDistance | None, rubric: RubricDistance | None
) -> Distance:
    return Distance(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=process.name,
        process_title=process.title,
        pack_version=process.version,
        as_of=day,
        cohort=cohort,
        rubric=rubric,
        cannot_be_known=process.limits,
        rule_changes=process.changes,
        unknown=_titles(process, rubric),
        attribution=process.attribution,
    )


def _titles(process: Process, rubric: RubricDistance | None) -> tuple[str, ...]:
    titles = {one.name: one.title for one in process.traits} | {one.name: one.title for one in process.derived}
    return tuple(titles.get(name, name) for name in rubric.score.unknown) if rubric is not None else ()
