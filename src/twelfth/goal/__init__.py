"""Step 1, define your goal: a process, its rounds and rules, dated facts about a person, and the evidence about those
selected."""

from twelfth.goal.after_yes import AfterYes, Following, known_after_yes
from twelfth.goal.attempts import ANSWERED, NEXT_STAGES, Attempt, Stage, StageName
from twelfth.goal.case import Capacity, Case
from twelfth.goal.changes import Change, ChangeStatus
from twelfth.goal.conditions import (
    Clause,
    CodeOf,
    Comparison,
    Condition,
    check_comparable,
    parse_condition,
    vocabulary,
)
from twelfth.goal.facts import Certainty, Fact, check_contradictions
from twelfth.goal.foretold import Foretold
from twelfth.goal.grid import A_COUNT, Band, Count, Grid, GridCell, nearest, places
from twelfth.goal.labelled_people import LabelledPeople
from twelfth.goal.lapse import last_valid_day, taken_again
from twelfth.goal.levels import LARGEST, Level, Range, parse_number
from twelfth.goal.pool import Basis, PoolShare
from twelfth.goal.process import Limit, Move, Process, ScaleBand
from twelfth.goal.profile import Profile, State, Status, profile
from twelfth.goal.readings import Derived, Reading, check_order, exactly, reading_of, readings
from twelfth.goal.requirements import Judged, Line, Requirement, check_acyclic, judge_requirements, with_those_below
from twelfth.goal.rounds import Bound, FunnelCount, Kind, PoolScores, Round, closing_name, closing_of, decided_note
from twelfth.goal.rubric import POINTS, Node, Repeat, Row, Rubric, Version, role_prefixes
from twelfth.goal.sections import Asked, Section, asked_of, is_open
from twelfth.goal.traits import (
    KINDS,
    NAME_PATTERN,
    Better,
    Binary,
    Category,
    DateTrait,
    Numeric,
    Ordered,
    Recorded,
    Trait,
    above_their_most,
)
from twelfth.goal.ways import Way
from twelfth.goal.yes_group import SelectedFact, Timing, YesGroup, gather

__all__ = [
    "ANSWERED",
    "A_COUNT",
    "KINDS",
    "LARGEST",
    "NAME_PATTERN",
    "NEXT_STAGES",
    "POINTS",
    "AfterYes",
    "Asked",
    "Attempt",
    "Band",
    "Basis",
    "Better",
    "Binary",
    "Bound",
    "Capacity",
    "Case",
    "Category",
    "Certainty",
    "Change",
    "ChangeStatus",
    "Clause",
    "CodeOf",
    "Comparison",
    "Condition",
    "Count",
    "DateTrait",
    "Derived",
    "Fact",
    "Following",
    "Foretold",
    "FunnelCount",
    "Grid",
    "GridCell",
    "Judged",
    "Kind",
    "LabelledPeople",
    "Level",
    "Limit",
    "Line",
    "Move",
    "Node",
    "Numeric",
    "Ordered",
    "PoolScores",
    "PoolShare",
    "Process",
    "Profile",
    "Range",
    "Reading",
    "Recorded",
    "Repeat",
    "Requirement",
    "Round",
    "Row",
    "Rubric",
    "ScaleBand",
    "Section",
    "SelectedFact",
    "Stage",
    "StageName",
    "State",
    "Status",
    "Timing",
    "Trait",
    "Version",
    "Way",
    "YesGroup",
    "above_their_most",
    "asked_of",
    "check_acyclic",
    "check_comparable",
    "check_contradictions",
    "check_order",
    "closing_name",
    "closing_of",
    "decided_note",
    "exactly",
    "gather",
    "is_open",
    "judge_requirements",
    "known_after_yes",
    "last_valid_day",
    "nearest",
    "parse_condition",
    "parse_number",
    "places",
    "profile",
    "reading_of",
    "readings",
    "role_prefixes",
    "taken_again",
    "vocabulary",
    "with_those_below",
]
