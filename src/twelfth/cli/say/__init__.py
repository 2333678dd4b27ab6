"""What an answer says in words, for the terminal and for the page. English; numbers as base.figures allows them.

The words of a roadmap of a file come from `say.roadmap` itself: they need a room that no other command enters.
"""

from twelfth.cli.say.audit import replay_findings, say_audit, say_replay
from twelfth.cli.say.browse import checked_case, checked_pack, say_case, say_pack, say_packs
from twelfth.cli.say.case_roadmap import say_case_roadmap, say_road_briefly
from twelfth.cli.say.distance import say_gap, say_score
from twelfth.cli.say.gap_words import GapWords, gap_words
from twelfth.cli.say.goals import say_goals
from twelfth.cli.say.history import say_history
from twelfth.cli.say.imported import say_import
from twelfth.cli.say.levers import say_levers
from twelfth.cli.say.lives import say_lives
from twelfth.cli.say.moves import say_moves
from twelfth.cli.say.odds import say_odds
from twelfth.cli.say.rounds import say_rounds, say_rounds_briefly
from twelfth.cli.say.rubric_words import move_words, standing_words

__all__ = [
    "GapWords",
    "checked_case",
    "checked_pack",
    "gap_words",
    "move_words",
    "replay_findings",
    "say_audit",
    "say_case",
    "say_case_roadmap",
    "say_gap",
    "say_goals",
    "say_history",
    "say_import",
    "say_levers",
    "say_lives",
    "say_moves",
    "say_odds",
    "say_pack",
    "say_packs",
    "say_replay",
    "say_road_briefly",
    "say_rounds",
    "say_rounds_briefly",
    "say_score",
    "standing_words",
]
