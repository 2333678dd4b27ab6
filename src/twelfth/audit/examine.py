"""The rejection audit: one attempt, examined as of a day. A pure function of (case, process, day).

Reads nothing that was known only later: case and process are cut to the day before anything else is looked at.
"""

from datetime import date

from twelfth.audit.difference import Difference, changed_traits
from twelfth.audit.record import (
    AttemptSeen,
    AuditRecord,
    Chosen,
    CohortDistance,
    Question,
    RubricDistance,
    Sent,
    TraitSent,
)
from twelfth.base import NotEnoughData, NotFound, Truth
from twelfth.distance import (
    Gap,
    GapStatus,
    base_rate,
    gaps,
    headroom,
    joint_bounds,
    lacking_all,
    level_words,
    measure,
    move_effects,
    nearest_entry,
    standings,
)
from twelfth.goal import Attempt, Case, Judged, Process, Profile, Round, StageName, Status, YesGroup, profile

UNDECIDED = frozenset(
    {None, StageName.DRAFT, StageName.SUBMITTED, StageName.SCREENED, StageName.INTERVIEWED, StageName.PENDING}
)


def decision_day(case: Case, process: Process, number: int) -> date:
    """The day to audit an attempt as of: the last possible day of its decision, else the round's."""
    attempt = case.attempt(number)
    decided = attempt.decided
    return (
        decided.latest if decided is not None and decided.latest is not None else process.round(attempt.round).decided
    )


def latest_decided(case: Case, process: Process, as_of: date) -> int:
    """The number of the last attempt decided by a day. Raises NotFound when there is none."""
    known = case.known(as_of)
    decided = [index for index, attempt in enumerate(known.attempts, 1) if attempt.stage not in UNDECIDED]
    if not decided:
        raise NotFound(
            f"The case {case.name!r} has no attempt decided by {as_of}.",
            next_step="See its attempts with: twelfth case show CASE",
        )
    return max(decided, key=lambda number: (decision_day(case, process, number), number))


def examine(case: Case, process: Process, *, number: int, as_of: date) -> AuditRecord:
    """Audit attempt `number` (from 1) as of a day.

    Raises:
        NotFound: the attempt or its round was not known by that day.
        NotEnoughData: the attempt was not decided by then, or no rule is sourced for the day.
    """
    known_case, known = case.known(as_of), process.known(as_of)
    attempt = known_case.attempt(number)
    if attempt.stage in UNDECIDED:
        raise NotEnoughData(
            f"Attempt {number} of {case.name!r} was not decided by {as_of}: it stood at {attempt.stage}.",
            next_step="Audit it as of a later day, or audit an earlier attempt.",
        )
    sent_on, assumed = _sent_day(attempt, known)
    sent = profile(known_case.facts, min(sent_on, as_of), traits=known.traits)
    now = profile(known_case.facts, as_of, traits=known.traits)
    cohort = _cohort(known_case, known, attempt, now)
    rubric = _rubric(known, now)
    muscles = tuple(gap.trait for gap in cohort.gaps if gap.muscle) if cohort else ()
    return AuditRecord(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=known.name,
        process_title=known.title,
        pack_version=known.version,
        as_of=as_of,
        attempt=_attempt_seen(attempt, number, len(known_case.attempts), known),
        sent=Sent(day=sent.as_of, assumed=assumed, traits=_sent_traits(sent, known)),
        difference=_difference(known_case, known, number, sent),
        requirements=_requirements(known_case, known, attempt),
        chosen=_chosen(known_case, known, attempt, sent),
        cohort=cohort,
        rubric=rubric,
        muscles=muscles,
        worth_finding_out=_questions(known, now, cohort.gaps if cohort else ()),
        cannot_be_known=known.limits,
        rule_changes=tuple(sorted(known.changes, key=lambda change: (change.announced, change.id))),
        attribution=known.attribution,
    )


def _sent_day(attempt: Attempt, process: Process) -> tuple[date, bool]:
    """The day whose profile was sent: the latest possible day of submission, never after the decision."""
    decided = process.round(attempt.round).decided
    submitted = attempt.submitted
    if submitted is None or submitted.latest is None:
        return decided, True
    return min(submitted.latest, decided), submitted.earliest != submitted.latest


def _attempt_seen(attempt: Attempt, number: int, of: int, process: Process) -> AttemptSeen:
    held = process.round(attempt.round)
    stages = [stage.stage for stage in attempt.history if stage.stage in UNDECIDED]
    return AttemptSeen(
        number=number,
        of=of,
        round=held.id,
        round_name=held.name,
        kind=held.kind,
        decided=held.when_decided,
        seat=attempt.seat,
        stage=attempt.history[-1].stage,
        reached=stages[-1] if stages else None,
        certainty=attempt.certainty,
    )


def _sent_traits(sent: Profile, process: Process) -> tuple[TraitSent, ...]:
    found = []
    for trait in process.traits:
        state = sent[trait.name]
        words = level_words(trait, state)
        found.append(
            TraitSent(
                trait=trait.name,
                title=trait.title,
                status=state.status,
                words=words,
                since=state.since,
                source=state.source,
            )
        )
    return tuple(found)


def _difference(case: Case, process: Process, number: int, sent: Profile) -> Difference | None:
    if number == 1:
        return None
    previous = case.attempt(number - 1)
    day, _ = _sent_day(previous, process)
    before = profile(case.facts, min(day, sent.as_of), traits=process.traits)
    return Difference(
        since_attempt=number - 1,
        since_round=previous.round,
        changes=changed_traits(before, sent, traits=process.traits),
    )


def _group(case: Case, process: Process, attempt: Attempt) -> YesGroup | None:
    """Those selected for the same seat, the person never among them."""
    if process.yes_group is None:
        return None
    return process.yes_group.among(seat=attempt.seat or process.seat, without=case.names)


def _chosen(case: Case, process: Process, attempt: Attempt, sent: Profile) -> Chosen:
    held = process.round(attempt.round)
    group = _group(case, process, attempt)
    part = group.among(rounds=[held.id]) if group is not None else None
    then = profile(case.facts, held.decided, traits=process.traits)
    scored = measure(process, then).scores.get(process.ranking)
    total = None if scored is None else scored.total
    known_cut = held.cut_off if total is not None else None
    return Chosen(
        selected=held.selected,
        funnel=tuple(count for count in process.funnel if count.round == held.id),
        described=len(part) if part is not None else 0,
        gaps=gaps(sent, part) if part is not None and len(part) else (),
        cut_off=held.cut_off,
        short_lo=known_cut - total.hi if known_cut is not None and total is not None else None,
        short_hi=known_cut - total.lo if known_cut is not None and total is not None else None,
    )


def _requirements(case: Case, process: Process, attempt: Attempt) -> tuple[Judged, ...]:
    """The requirements of that kind of round, judged on the day of the decision."""
    held = process.round(attempt.round)
    judged = measure(process, profile(case.facts, held.decided, traits=process.traits)).judged
    return tuple(judged[name] for name in process.kind(held.kind).requires)


def _cohort(case: Case, process: Process, attempt: Attempt, now: Profile) -> CohortDistance | None:
    group = _group(case, process, attempt)
    if group is None:
        return None
    return cohort_distance(process, now, group, round_id=attempt.round, everyone=len(process.yes_group or ()))


def cohort_distance(
    process: Process, who: Profile, group: YesGroup, *, round_id: str | None, everyone: int
) -> CohortDistance:
    """The distance to a yes group from which the person is already left out; bounds when `round_id` has a base rate."""
    rate = base_rate(process, round_id) if round_id else None
    found = gaps(who, group, pool=process.pool, rate=rate)
    lacked = {gap.trait: gap.worst for gap in found if gap.status is GapStatus.SHORT and gap.worst is not None}
    count, total = lacking_all(group, lacked)
    held = set(group.rounds or ())
    return CohortDistance(
        described=len(group),
        rounds=tuple(one.id for one in sorted(process.rounds, key=_decided) if one.id in held),
        left_out=everyone - len(group),
        gaps=found,
        base_rate=rate,
        joint=joint_bounds(rate, count, total) if rate is not None and lacked else None,
        joint_count=count,
        joint_of=total,
    )


def _decided(held: Round) -> tuple[date, str]:
    return held.decided, held.id


def _rubric(process: Process, now: Profile) -> RubricDistance | None:
    return rubric_distance(process, now) if process.rubric else None


def rubric_distance(process: Process, who: Profile) -> RubricDistance:
    """The distance by the ranking rubric of a process.

    Raises:
        NotEnoughData: no version of the rule is sourced for that day.
    """
    measured = measure(process, who)
    stood = standings(process, measured, as_of=who.as_of)
    return RubricDistance(
        score=measured.scores[process.rubric],
        standings=stood,
        moves=move_effects(process, who, as_of=who.as_of),
        headroom=headroom(process, who),
        entry=nearest_entry(process, measured, stood, as_of=who.as_of),
    )


def _questions(process: Process, now: Profile, found: tuple[Gap, ...]) -> tuple[Question, ...]:
    """Own unknown levels that count, own uncertain dates, and traits hardly known of the yes group."""
    counted = {gap.trait for gap in found if gap.status is not GapStatus.NO_EVIDENCE} | _asked_by_rules(process, now)
    questions = []
    for trait in process.traits:
        if trait.protected:
            continue
        status = now[trait.name].status
        if status is Status.UNKNOWN and trait.name in counted:
            questions.append(Question(trait=trait.name, title=trait.title, why="own level"))
        elif status is Status.POSSIBLY:
            questions.append(Question(trait=trait.name, title=trait.title, why="own date"))
    for gap in found:
        if gap.status is GapStatus.POSSIBLY and gap.level is not None:
            questions.append(Question(trait=gap.trait, title=gap.title, why="own range"))
        if not gap.positives_only and gap.n_unknown > gap.n_observed:
            questions.append(Question(trait=gap.trait, title=gap.title, why="yes group"))
    return tuple(questions)


def _asked_by_rules(process: Process, now: Profile) -> set[str]:
    """Traits that a score or a requirement left open rests on."""
    measured = measure(process, now)
    names = set(measured.scores[process.rubric].unknown) if process.rubric else set()
    for requirement in process.requirements:
        judged = measured.judged[requirement.id]
        if requirement.in_force(now.as_of) and judged.met is Truth.UNKNOWN:
            open_lines = [
                line for line, one in zip(requirement.lines, judged.lines, strict=True) if one.met is Truth.UNKNOWN
            ]
            names |= {name for line in open_lines for condition in line.any_of for name in condition.names}
    for value in reversed(process.derived):
        names |= set(value.uses) if value.name in names else set()
    return names
