"""An instance: what its parts say of one another must hold together."""

import pytest
from tests.roadmap_cases import action, instance

from twelfth.base import InvalidInput
from twelfth.roadmap import Action, RoundAhead

ORIGINAL = action("a", valid_weeks=3)
RENEWAL = action("b", after=("a",), renews="a")


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ((action("a"), action("a")), "id of an action is 'a'"),
        ((action("a", after=("x",)),), "after of action a is 'x'"),
        ((action("a", after=("b",)), action("b", after=("c",)), action("c", after=("a",))), "a -> b -> c -> a"),
        ((action("a", after=("a",)),), "a -> a"),
        ((ORIGINAL, action("b", renews="x", after=("a",))), "renews of action b is 'x'"),
        ((ORIGINAL, RENEWAL, action("c", after=("b",), renews="b")), "an original, not a renewal"),
        ((ORIGINAL, action("b", renews="a")), "also in `after`"),
        ((ORIGINAL, action("b", after=("a",), renews="a", effect=0.5)), "effect of action b is '0.5'"),
    ],
)
def test_actions_that_contradict_each_other_are_refused_by_name(actions: tuple[Action, ...], said: str) -> None:
    with pytest.raises(InvalidInput) as found:
        instance(*actions)
    assert said in str(found.value)


@pytest.mark.parametrize("sigma", [-1.0, float("nan"), float("inf")])
def test_a_sigma_that_cannot_be_is_refused(sigma: float) -> None:
    with pytest.raises(InvalidInput, match="sigma"):
        instance(sigma=sigma)


@pytest.mark.parametrize(("week", "logit"), [(-1, 0.0), (1.5, 0.0), (3, float("nan"))])
def test_a_round_that_cannot_be_is_refused(week: int, logit: float) -> None:
    with pytest.raises(InvalidInput, match="round"):
        RoundAhead(week=week, base_logit=logit)


def test_prerequisites_come_first_however_long_the_chain() -> None:
    chain = [action(f"a{i}", after=(f"a{i + 1}",)) for i in range(3000)]
    found = instance(*chain, action("a3000")).in_order
    assert [one.id for one in found] == [f"a{i}" for i in reversed(range(3001))]
