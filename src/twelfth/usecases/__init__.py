"""One verb a file. Each takes its ports as arguments and returns a frozen answer.

The rooms are the recipe: `goals`, `distance`, `odds`, `plans` and `roads`, `following` the road, `audits` of a no; and
what is kept of it, `keeping`, with its `exchange` with the world outside.
"""

from twelfth.usecases.audits.audit_attempt import Audit, audit_attempt, record_digest
from twelfth.usecases.audits.foretell import foretell
from twelfth.usecases.audits.read_history import HistoryRead, PastAttempt, read_history
from twelfth.usecases.audits.replay_rounds import replay_rounds
from twelfth.usecases.distance.backdrop import Backdrop, PastLevel, PoolBehind
from twelfth.usecases.distance.beside import Beside, beside_questions
from twelfth.usecases.distance.compare_goals import GoalKind, GoalRead, GoalsRead, compare_goals
from twelfth.usecases.distance.first_move import FirstMove, first_move
from twelfth.usecases.distance.measure_gap import Distance, measure_gap, score_case
from twelfth.usecases.distance.missing_answers import MissingAnswers, missing_answers
from twelfth.usecases.distance.rank_levers import LeversRead, RankedLever, rank_levers
from twelfth.usecases.distance.rank_moves import MoveOdds, MovesRead, MoveTried, rank_moves, try_move
from twelfth.usecases.distance.reach import reach_of
from twelfth.usecases.distance.tell_levers import tell_levers
from twelfth.usecases.exchange.bring_effort import WorkLine, bring_effort, preview_effort
from twelfth.usecases.exchange.export_goals import WHOLE, Export, export_goals, export_text
from twelfth.usecases.exchange.export_tables import WORK_TABLE, text_in_cell
from twelfth.usecases.exchange.import_goals import Brought, GoalBrought, GoalsBrought, import_goals, preview_goals
from twelfth.usecases.exchange.keep_case import keep_case
from twelfth.usecases.exchange.read_export import MOST_CHARACTERS, read_export
from twelfth.usecases.following.acquired import Acquired, acquired_of, miles_done, write_acquired
from twelfth.usecases.following.after_yes import after_yes, all_after_yes
from twelfth.usecases.following.coming_rounds import ComingRounds, announced, coming_rounds, own_deadline
from twelfth.usecases.following.dated_goals import DatedGoal, dated_goals
from twelfth.usecases.following.days_ahead import DaysAhead, days_ahead
from twelfth.usecases.following.lessons import Lesson, lessons, with_progress
from twelfth.usecases.following.moved_aims import MovedAim, moved_aims
from twelfth.usecases.following.next_goal import GoalBefore, before_id, goals_before, got_in, history_for
from twelfth.usecases.following.outdated import (
    OwnFigures,
    Since,
    figures_changed,
    numbers_of,
    outdated,
    still_fits,
    wishes_again,
)
from twelfth.usecases.following.pauses import Rest, pauses_between, rests_from
from twelfth.usecases.following.road import OneRoad, earlier_road, kept_road, road_of
from twelfth.usecases.following.road_followed import (
    MileWork,
    hours_this_week,
    miles_ahead,
    miles_worked,
    minutes_this_week,
    next_exam,
    next_mile,
    present_mile,
    worked_since,
)
from twelfth.usecases.following.roads_beside import (
    Difference,
    amount_of,
    miles_known,
    mixes_of,
    plain_miles,
    roads_apart,
)
from twelfth.usecases.following.time_left import TimeLeft, time_left
from twelfth.usecases.goals.begin import begin_case, begin_pack, draft_case, draft_pack
from twelfth.usecases.goals.browse_cases import AttemptSummary, CaseSummary, show_case
from twelfth.usecases.goals.browse_packs import PackSummary, list_packs, show_pack
from twelfth.usecases.goals.cited_sources import cited_sources
from twelfth.usecases.goals.example import EXAMPLE, Example
from twelfth.usecases.goals.import_sheet import ImportRead, preview_import, write_import
from twelfth.usecases.keeping.attempts_apart import Apart, AttemptsApart, attempts_apart
from twelfth.usecases.keeping.audits import audit_of, kept_audit
from twelfth.usecases.keeping.effort_brought import EffortBrought, brought_beside
from twelfth.usecases.keeping.exact import plain_from, read_as, text_of, told_as
from twelfth.usecases.keeping.forecasts import kept_forecast
from twelfth.usecases.keeping.kept import (
    NEVER_CHANGED,
    Addendum,
    AuditKept,
    Begun,
    Document,
    ForecastKept,
    GoalCard,
    GoalState,
    KeptGoal,
    Note,
    Pause,
    RoadKept,
    Row,
    Thing,
    Written,
)
from twelfth.usecases.keeping.kept_cases import CaseOf, KeptCases
from twelfth.usecases.keeping.on_the_way import Doing, Watch, each_told, unwatched
from twelfth.usecases.keeping.own_process import fits, is_real
from twelfth.usecases.keeping.people import MOST_COUNT, MOST_PEOPLE, OnePerson, PeopleColumn, PeopleKept
from twelfth.usecases.keeping.people_read import LEAVE_OUT, ColumnSeen, PeopleRead, WhyNot
from twelfth.usecases.keeping.ports import (
    EffortLog,
    GoalArchive,
    GoalBook,
    Goals,
    GoalShelf,
    PeopleReader,
    Stale,
    WorkBook,
)
from twelfth.usecases.keeping.sourced_day import sourced_day
from twelfth.usecases.keeping.told import KINDS, card_from, kind_of, line_of, row_from, thing_from, told
from twelfth.usecases.keeping.undated import Undated, undated_numbers
from twelfth.usecases.keeping.whole import (
    WholeGoal,
    change_of,
    ever_kept,
    key_of,
    numbered,
    numbered_alone,
    written_of,
)
from twelfth.usecases.odds.estimate_odds import OddsRead, estimate_odds
from twelfth.usecases.odds.forecast_rounds import ByDay, KindOdds, RoundsForecast, forecast_rounds
from twelfth.usecases.odds.grid_odds import GridPlace
from twelfth.usecases.odds.labelled_odds import LearnedFrom
from twelfth.usecases.odds.tell_odds import points_decide, tell_odds
from twelfth.usecases.plans.draw_roadmap import Roadmap, draw_roadmap
from twelfth.usecases.plans.face_fork import Branch, ForkRead, HalfDone, face_fork
from twelfth.usecases.plans.ground import Ground, Whose, file_ground
from twelfth.usecases.plans.live_roadmap import LivesRead, live_roadmap
from twelfth.usecases.plans.plan_miles import Mile
from twelfth.usecases.plans.ports import InstanceShelf, Planner, Redrawer, Simulator
from twelfth.usecases.plans.redraw_roadmap import Redrawing, redraw_roadmap
from twelfth.usecases.plans.stress_plan import Cancelled, PlanStressed, Stress, stress_plan
from twelfth.usecases.plans.told_plan import MileMoved
from twelfth.usecases.plans.trace_front import Front, FrontPoint, trace_front
from twelfth.usecases.plans.try_change import Change, WhatIf, rounds_named, try_change
from twelfth.usecases.plans.weigh_plan import PlanWeighed, weigh_plan
from twelfth.usecases.ports import (
    AuditEvent,
    AuditLog,
    CaseShelf,
    Clock,
    ColumnRead,
    DoubtfulCell,
    Draft,
    Learned,
    Learner,
    PackShelf,
    SheetQuestion,
    SheetRead,
    SheetReader,
)
from twelfth.usecases.roads.case_ground import case_ground
from twelfth.usecases.roads.case_roadmap import (
    AIMS,
    NO_HOURS,
    Aside,
    CaseRoadmap,
    Chances,
    DatedMile,
    DayChance,
    KindChance,
    Wall,
    Wished,
    Wishes,
)
from twelfth.usecases.roads.clash import Clash, Clashing
from twelfth.usecases.roads.entry import entry_known
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.given_road import GivenRoad
from twelfth.usecases.roads.leavable import leavable
from twelfth.usecases.roads.nothing_open import NothingOpen
from twelfth.usecases.roads.plan_case import plan_case
from twelfth.usecases.roads.ports import RoadShelf
from twelfth.usecases.roads.replan_case import CaseRedrawn, MoveChanged, MoveGained, RoadStep, replan_case
from twelfth.usecases.roads.road_closes import GapOnRoad, GateOnRoad, RoadCloses
from twelfth.usecases.roads.road_days import Stretch, attempt_days, stretches
from twelfth.usecases.roads.standing import MileStood

__all__ = [
    "AIMS", "EXAMPLE", "KINDS", "LEAVE_OUT", "MOST_CHARACTERS", "MOST_COUNT", "MOST_PEOPLE", "NEVER_CHANGED",
    "NO_HOURS", "WHOLE", "WORK_TABLE", "Acquired", "Addendum", "Apart", "Aside", "AttemptSummary", "AttemptsApart",
    "Audit", "AuditEvent", "AuditKept", "AuditLog", "Backdrop", "Begun", "Beside", "Branch", "Brought", "ByDay",
    "Cancelled", "CaseOf", "CaseRedrawn", "CaseRoadmap", "CaseShelf", "CaseSummary", "Chances", "Change", "Clash",
    "Clashing", "Clock", "ColumnRead", "ColumnSeen", "ComingRounds", "DatedGoal", "DatedMile", "DayChance", "DaysAhead",
    "Difference", "Distance", "Document", "Doing", "DoubtfulCell", "Draft", "EffortBrought", "EffortLog", "Example",
    "Export", "FirstMove", "ForecastKept", "ForkRead", "Front", "FrontPoint", "GapOnRoad", "GateOnRoad", "GivenMile",
    "GivenRoad", "GoalArchive", "GoalBefore", "GoalBook", "GoalBrought", "GoalCard", "GoalKind", "GoalRead",
    "GoalShelf", "GoalState", "Goals", "GoalsBrought", "GoalsRead", "GridPlace", "Ground", "HalfDone", "HistoryRead",
    "ImportRead", "InstanceShelf", "KeptCases", "KeptGoal", "KindChance", "KindOdds", "Learned", "LearnedFrom",
    "Learner", "Lesson", "LeversRead", "LivesRead", "Mile", "MileMoved", "MileStood", "MileWork", "MissingAnswers",
    "MoveChanged", "MoveGained", "MoveOdds", "MoveTried", "MovedAim", "MovesRead", "Note", "NothingOpen", "OddsRead",
    "OnePerson", "OneRoad", "OwnFigures", "PackShelf", "PackSummary", "PastAttempt", "PastLevel", "Pause",
    "PeopleColumn", "PeopleKept", "PeopleRead", "PeopleReader", "PlanStressed", "PlanWeighed", "Planner", "PoolBehind",
    "RankedLever", "Redrawer", "Redrawing", "Rest", "RoadCloses", "RoadKept", "RoadShelf", "RoadStep", "Roadmap",
    "RoundsForecast", "Row", "SheetQuestion", "SheetRead", "SheetReader", "Simulator", "Since", "Stale", "Stress",
    "Stretch", "Thing", "TimeLeft", "Undated", "Wall", "Watch", "WhatIf", "WholeGoal", "Whose", "WhyNot", "Wished",
    "Wishes", "WorkBook", "WorkLine", "Written", "acquired_of", "after_yes", "all_after_yes", "amount_of", "announced",
    "attempt_days", "attempts_apart", "audit_attempt", "audit_of", "before_id", "begin_case", "begin_pack",
    "beside_questions", "bring_effort", "brought_beside", "card_from", "case_ground", "change_of", "cited_sources",
    "coming_rounds", "compare_goals", "dated_goals", "days_ahead", "draft_case", "draft_pack", "draw_roadmap",
    "each_told", "earlier_road", "entry_known", "estimate_odds", "ever_kept", "export_goals", "export_text",
    "face_fork", "figures_changed", "file_ground", "first_move", "fits", "forecast_rounds", "foretell", "goals_before",
    "got_in", "history_for", "hours_this_week", "import_goals", "is_real", "keep_case", "kept_audit", "kept_forecast",
    "kept_road", "key_of", "kind_of", "leavable", "lessons", "line_of", "list_packs", "live_roadmap", "measure_gap",
    "miles_ahead", "miles_done", "miles_known", "miles_worked", "minutes_this_week", "missing_answers", "mixes_of",
    "moved_aims", "next_exam", "next_mile", "numbered", "numbered_alone", "numbers_of", "outdated", "own_deadline",
    "pauses_between", "plain_from", "plain_miles", "plan_case", "points_decide", "present_mile", "preview_effort",
    "preview_goals", "preview_import", "rank_levers", "rank_moves", "reach_of", "read_as", "read_export",
    "read_history", "record_digest", "redraw_roadmap", "replan_case", "replay_rounds", "rests_from", "road_of",
    "roads_apart", "rounds_named", "row_from", "score_case", "show_case", "show_pack", "sourced_day", "still_fits",
    "stress_plan", "stretches", "tell_levers", "tell_odds", "text_in_cell", "text_of", "thing_from", "time_left",
    "told", "told_as", "trace_front", "try_change", "try_move", "undated_numbers", "unwatched", "weigh_plan",
    "wishes_again", "with_progress", "worked_since", "write_acquired", "write_import", "written_of",
]  # fmt: skip
