"""Which trait helps most goals at once."""

from twelfth.distance import Help, shared_help


def odds(goal: str, trait: str, gain: float, title: str = "") -> Help:
    return Help(goal=goal, trait=trait, title=title or trait, acquired="yes", log_odds=gain)


def points(goal: str, trait: str, gain: float, title: str = "") -> Help:
    return Help(goal=goal, trait=trait, title=title or trait, acquired="yes", points_lo=gain, points_hi=gain)


def test_the_number_of_goals_comes_before_any_gain() -> None:
    """A small help to two goals stands before a great one to one."""
    found = shared_help([odds("a", "phd", 3.0), odds("a", "french", 0.1), odds("b", "french", 0.2)])

    assert [(one.title, one.goals) for one in found] == [("french", 2), ("phd", 1)]
    assert found[0].log_odds is not None
    assert abs(found[0].log_odds - 0.3) < 1e-12


def test_of_one_goal_the_best_level_counts_once() -> None:
    """Two levels of a trait do not help twice."""
    (found,) = shared_help([odds("a", "french", 0.1), odds("a", "french", 0.4), points("b", "french", 50)])

    assert (found.goals, found.log_odds, len(found.helps)) == (2, 0.4, 2)


def test_points_are_never_added_to_odds() -> None:
    """Where points decide alone there is no sum."""
    (found,) = shared_help([points("a", "french", 50), points("b", "french", 100)])

    assert (found.goals, found.log_odds) == (2, None)


def test_one_title_makes_two_names_one_trait() -> None:
    """Whatever the case of its letters, and also where the third ties the first two together."""
    found = shared_help(
        [odds("a", "fr", 0.1, "French"), odds("b", "francais", 0.1, "Français"), odds("c", "francais", 0.1, "french")]
    )

    assert [one.goals for one in found] == [3]
    assert [one.goals for one in shared_help([odds("a", "fr", 1), odds("b", "de", 1)])] == [1, 1]


def meant(goal: str, trait: str, notion: str, step: str = "") -> Help:
    return Help(goal=goal, trait=trait, title=trait, acquired=step, pack=goal, notion=notion, step=step, log_odds=0.1)


def test_what_packs_call_one_notion_is_one_trait() -> None:
    """Whatever its name and title; and the title says both."""
    (found,) = shared_help([meant("a", "degree", "highest_degree"), meant("b", "education", "highest_degree")])

    assert (found.goals, found.title) == (2, "degree / education")


def test_two_notions_are_two_traits_even_under_one_name() -> None:
    """Also where a third without a notion has that name: it joins one of the two."""
    apart = shared_help([meant("a", "level", "degree"), meant("b", "level", "language")])
    between = shared_help([meant("a", "level", "degree"), meant("b", "level", ""), meant("c", "level", "language")])
    last = shared_help([meant("a", "level", "degree"), meant("c", "level", "language"), meant("b", "level", "")])

    assert [one.goals for one in apart] == [1, 1]
    assert [one.goals for one in between] == [one.goals for one in last] == [2, 1]


def test_levels_are_one_only_where_both_packs_name_the_step() -> None:
    """The same step, another, and nothing said."""
    pairs = {("master", "master"): True, ("master", "doctorate"): False, ("master", ""): None, ("", ""): None}

    for (one, other), expected in pairs.items():
        (found,) = shared_help([meant("a", "degree", "d", one), meant("b", "education", "d", other)])
        assert found.one_step is expected


def test_within_one_pack_a_level_is_itself() -> None:
    """Two cases of one pack need no words for it."""
    one, other = (Help(goal=goal, trait="t", title="t", acquired="phd", pack="p", log_odds=0.1) for goal in "ab")

    assert shared_help([one, other])[0].one_step is True
