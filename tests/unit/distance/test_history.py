"""The history of own attempts: what is refused, what each outcome says, what is kept apart."""

import math

import numpy as np
import pytest

from twelfth.base import InvalidInput
from twelfth.distance import History

ONE = History({1.0: 1.0}, {"normal": 1.0})


def test_eleven_noes_of_a_rare_process_say_little_and_of_a_common_one_much() -> None:
    """After eleven noes the twelfth chance keeps over half of a 1 % one and less of a 10 % one."""
    rare, common = (History().update([(p, "not selected")] * 11, [p]).next / p for p in (0.01, 0.1))

    assert rare > 0.5
    assert common < 0.5


def test_the_range_is_over_sigma_and_shape() -> None:
    """Twelve components, the ends of the range among them."""
    found = History().update([(0.1, "not selected")] * 3, [0.1, 0.1])

    assert len(found.components) == 12
    assert found.range == (
        min(one.by_horizon for one in found.components),
        max(one.by_horizon for one in found.components),
    )


def test_without_stages_a_stage_is_only_a_no() -> None:
    """A stage of unknown frequency teaches no more than that it was not selected."""
    told = [ONE.update([(0.1, word)] * 2, [0.1]) for word in ("not selected", "interviewed")]

    assert told[1].next >= told[0].next
    assert ONE.update([(0.1, "not screened")], [0.1]) == ONE.update([(0.1, "not selected")], [0.1])


def test_half_known_stages_are_used_as_far_as_they_go() -> None:
    """With only interviews known, whoever was screened is known to have had none."""
    known = History({1.0: 1.0}, {"normal": 1.0}, stages={"interviewed": 0.04})

    after = {word: known.update([(0.01, word)], [0.01]).next for word in ("not screened", "screened", "interviewed")}
    assert after["not screened"] == after["screened"] < after["interviewed"]


def test_the_rate_may_be_told() -> None:
    """A selection nearly as common as interviews makes an interview without one say less for the person."""
    shares = {"screened": 0.13, "interviewed": 0.04}
    near, far = (
        History(stages=shares, rate=rate).update([(0.01, "interviewed")], [0.01]).next for rate in (0.035, 0.001)
    )

    assert near != far


def test_a_stage_that_counts_for_nothing_is_kept_in_the_mix() -> None:
    """One in five parts of the prior reads no stage, so that even twenty interviews leave some doubt."""
    staged = History({2.0: 1.0}, {"normal": 1.0}, stages={"interviewed": 0.04})

    found = staged.update([(0.01, "interviewed")] * 20, [0.01]).next
    assert 0.01 < found < 0.9


def test_hundreds_of_attempts_lose_no_figure() -> None:
    """No product of chances underflows."""
    found = History().update([(0.5, "not selected")] * 2000, [0.5] * 50)

    assert 0 < found.next < 0.01
    assert math.isfinite(found.by_horizon)


def test_draws_that_the_past_speaks_against_lose_weight() -> None:
    """Of a draw of 1 % and one of 50 %, five noes leave mostly the first."""
    found = ONE.update([(np.array([0.01, 0.5]), "not selected")] * 5, [np.array([0.01, 0.5])])

    assert found.next < 0.1


def test_a_draw_without_weight_plays_no_part() -> None:
    """Weight 0 is as if it were not there."""
    both = ONE.update([], [np.array([0.1, 0.5])], weights=[1.0, 0.0])

    assert both.next == pytest.approx(0.1)
    assert both.naive == pytest.approx(0.1)


REFUSED = {
    "nothing ahead": (lambda: ONE.update([], []), "attempts ahead"),
    "chance of 0": (lambda: ONE.update([], [0.0]), "chance of an attempt"),
    "chance of 1": (lambda: ONE.update([(1.0, "not selected")], [0.1]), "chance of an attempt"),
    "nan": (lambda: ONE.update([], [float("nan")]), "chance of an attempt"),
    "two dimensions": (lambda: ONE.update([], [np.full((2, 2), 0.1)]), "chance of an attempt"),
    "outcome": (lambda: ONE.update([(0.1, "failed")], [0.1]), "outcome of an attempt is 'failed'"),
    "draws of two lengths": (lambda: ONE.update([([0.1, 0.2], "not selected")], [[0.1, 0.2, 0.3]]), "draws of the"),
    "weights of another length": (lambda: ONE.update([], [0.1], weights=[1.0, 1.0]), "weights of the draws"),
    "negative weights": (lambda: ONE.update([], [[0.1, 0.2]], weights=[1.0, -1.0]), "weights of the draws"),
    "no sigma": (lambda: History({}), "weights of sigma_prior"),
    "sigma below 0": (lambda: History({-1.0: 1.0}), "sigma is '-1.0'"),
    "no weight": (lambda: History({1.0: 0.0}), "weights of sigma_prior"),
    "shape": (lambda: History(shape={"flat": 1.0}), "shape is 'flat'"),
    "weight of a shape": (lambda: History(shape={"normal": float("inf")}), "weights of shape"),
    "stage": (lambda: History(stages={"offered": 0.1}), "stage is 'offered'"),
    "share of a stage": (lambda: History(stages={"screened": 1.5}), "share of screened"),
    "rising stages": (lambda: History(stages={"screened": 0.1, "interviewed": 0.2}), "fall from one stage"),
    "rate above a stage": (lambda: History(stages={"screened": 0.1}, rate=0.2), "fall from one stage"),
}


@pytest.mark.parametrize(("call", "said"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(call: object, said: str) -> None:
    """The thing and the value are named."""
    with pytest.raises(InvalidInput, match=said):
        call()  # type: ignore[operator]
