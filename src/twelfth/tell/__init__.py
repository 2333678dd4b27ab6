"""The words and the pages that every door shows: an answer as lines of text, as a page of its own, and as a part of
another page.

A file of the room is loaded when one of its names is used: a command loads the words it says, and no page.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twelfth.tell.language import Writing, speaking
    from twelfth.tell.page.beside import BesideTrait, beside_traits, beside_whom
    from twelfth.tell.page.render import (
        Report,
        audit_page,
        audit_part,
        demo_page,
        distance_page,
        distance_part,
        goals_page,
        history_page,
        history_part,
        levers_page,
        levers_part,
        moves_page,
        moves_part,
        odds_page,
        odds_part,
        road_page,
        road_part,
        rounds_page,
        rounds_part,
        style,
    )
    from twelfth.tell.paper import UNSEEN, Paper
    from twelfth.tell.road_calendar import calendar_file, goals_calendar
    from twelfth.tell.say.after_yes_words import after_yes_words
    from twelfth.tell.say.audit import level_change, replay_findings, say_audit, say_replay, sent_when
    from twelfth.tell.say.audit_short import audit_sentences
    from twelfth.tell.say.browse import checked_case, checked_pack, say_case, say_pack, say_packs
    from twelfth.tell.say.case_replan import say_case_replan
    from twelfth.tell.say.case_roadmap import say_case_roadmap, say_road_briefly
    from twelfth.tell.say.changes import how_many_changes, redrawn_chance
    from twelfth.tell.say.closes import more_words
    from twelfth.tell.say.core_words import chance_within, figures_apart, level, of_core, percent, read_alike, titled
    from twelfth.tell.say.distance import say_gap, say_score, short_count, short_sentences
    from twelfth.tell.say.first_words import first_move_words
    from twelfth.tell.say.fork import say_fork
    from twelfth.tell.say.goals import say_goals
    from twelfth.tell.say.history import say_history
    from twelfth.tell.say.imported import say_import
    from twelfth.tell.say.ledger import foretold_words
    from twelfth.tell.say.levers import say_levers
    from twelfth.tell.say.lives import say_lives
    from twelfth.tell.say.mile_words import LAST_DAY, exam_attempts, mile_takes
    from twelfth.tell.say.moves import say_moves, tried_words
    from twelfth.tell.say.odds import say_odds
    from twelfth.tell.say.ours import say_goals_brought, say_health
    from twelfth.tell.say.pareto import say_pareto
    from twelfth.tell.say.plan_words import LAST_TELLING_BOUND, chance_words
    from twelfth.tell.say.replan import say_replan
    from twelfth.tell.say.roadmap import say_roadmap
    from twelfth.tell.say.robust import say_robust
    from twelfth.tell.say.rounds import say_rounds, say_rounds_briefly
    from twelfth.tell.say.rubric_words import standing_words
    from twelfth.tell.say.what_if import say_what_if
    from twelfth.tell.say.worth import say_worth

FILES = {
    "BesideTrait": "page.beside",
    "LAST_DAY": "say.mile_words",
    "LAST_TELLING_BOUND": "say.plan_words",
    "Paper": "paper",
    "Report": "page.render",
    "UNSEEN": "paper",
    "Writing": "language",
    "after_yes_words": "say.after_yes_words",
    "audit_page": "page.render",
    "audit_part": "page.render",
    "audit_sentences": "say.audit_short",
    "beside_traits": "page.beside",
    "beside_whom": "page.beside",
    "calendar_file": "road_calendar",
    "chance_within": "say.core_words",
    "chance_words": "say.plan_words",
    "checked_case": "say.browse",
    "checked_pack": "say.browse",
    "demo_page": "page.render",
    "distance_page": "page.render",
    "distance_part": "page.render",
    "exam_attempts": "say.mile_words",
    "figures_apart": "say.core_words",
    "first_move_words": "say.first_words",
    "foretold_words": "say.ledger",
    "goals_calendar": "road_calendar",
    "goals_page": "page.render",
    "history_page": "page.render",
    "history_part": "page.render",
    "how_many_changes": "say.changes",
    "level": "say.core_words",
    "level_change": "say.audit",
    "levers_page": "page.render",
    "levers_part": "page.render",
    "mile_takes": "say.mile_words",
    "more_words": "say.closes",
    "moves_page": "page.render",
    "moves_part": "page.render",
    "odds_page": "page.render",
    "odds_part": "page.render",
    "of_core": "say.core_words",
    "percent": "say.core_words",
    "read_alike": "say.core_words",
    "redrawn_chance": "say.changes",
    "replay_findings": "say.audit",
    "road_page": "page.render",
    "road_part": "page.render",
    "rounds_page": "page.render",
    "rounds_part": "page.render",
    "say_audit": "say.audit",
    "say_case": "say.browse",
    "say_case_replan": "say.case_replan",
    "say_case_roadmap": "say.case_roadmap",
    "say_fork": "say.fork",
    "say_gap": "say.distance",
    "say_goals": "say.goals",
    "say_goals_brought": "say.ours",
    "say_health": "say.ours",
    "say_history": "say.history",
    "say_import": "say.imported",
    "say_levers": "say.levers",
    "say_lives": "say.lives",
    "say_moves": "say.moves",
    "say_odds": "say.odds",
    "say_pack": "say.browse",
    "say_packs": "say.browse",
    "say_pareto": "say.pareto",
    "say_replan": "say.replan",
    "say_replay": "say.audit",
    "say_road_briefly": "say.case_roadmap",
    "say_roadmap": "say.roadmap",
    "say_robust": "say.robust",
    "say_rounds": "say.rounds",
    "say_rounds_briefly": "say.rounds",
    "say_score": "say.distance",
    "say_what_if": "say.what_if",
    "say_worth": "say.worth",
    "sent_when": "say.audit",
    "short_count": "say.distance",
    "short_sentences": "say.distance",
    "speaking": "language",
    "standing_words": "say.rubric_words",
    "style": "page.render",
    "titled": "say.core_words",
    "tried_words": "say.moves",
}


def __getattr__(name: str) -> object:
    if name not in FILES:
        raise AttributeError(f"module 'twelfth.tell' has no attribute {name!r}")
    return getattr(import_module(f"twelfth.tell.{FILES[name]}"), name)


__all__ = [
    "LAST_DAY",
    "LAST_TELLING_BOUND",
    "UNSEEN",
    "BesideTrait",
    "Paper",
    "Report",
    "Writing",
    "after_yes_words",
    "audit_page",
    "audit_part",
    "audit_sentences",
    "beside_traits",
    "beside_whom",
    "calendar_file",
    "chance_within",
    "chance_words",
    "checked_case",
    "checked_pack",
    "demo_page",
    "distance_page",
    "distance_part",
    "exam_attempts",
    "figures_apart",
    "first_move_words",
    "foretold_words",
    "goals_calendar",
    "goals_page",
    "history_page",
    "history_part",
    "how_many_changes",
    "level",
    "level_change",
    "levers_page",
    "levers_part",
    "mile_takes",
    "more_words",
    "moves_page",
    "moves_part",
    "odds_page",
    "odds_part",
    "of_core",
    "percent",
    "read_alike",
    "redrawn_chance",
    "replay_findings",
    "road_page",
    "road_part",
    "rounds_page",
    "rounds_part",
    "say_audit",
    "say_case",
    "say_case_replan",
    "say_case_roadmap",
    "say_fork",
    "say_gap",
    "say_goals",
    "say_goals_brought",
    "say_health",
    "say_history",
    "say_import",
    "say_levers",
    "say_lives",
    "say_moves",
    "say_odds",
    "say_pack",
    "say_packs",
    "say_pareto",
    "say_replan",
    "say_replay",
    "say_road_briefly",
    "say_roadmap",
    "say_robust",
    "say_rounds",
    "say_rounds_briefly",
    "say_score",
    "say_what_if",
    "say_worth",
    "sent_when",
    "short_count",
    "short_sentences",
    "speaking",
    "standing_words",
    "style",
    "titled",
    "tried_words",
]
