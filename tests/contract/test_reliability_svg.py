"""A reliability diagram puts its points where they belong and needs nothing from elsewhere."""

import re
from xml.etree import ElementTree

import pytest
from reliability_svg import PANEL, Panel, Scale, drawn, scale_of

POINTS = [(0.002, 0.004), (0.05, 0.03), (0.6, 0.5)]


def test_a_scale_of_decades_holds_every_point() -> None:
    """From the decade below the least to certainty, each decade as wide."""
    scale = scale_of([Panel(name="a", remark="", told=POINTS)], even=False)

    assert scale.least == pytest.approx(0.001)
    assert [scale.at(one) for one in (0.001, 0.01, 1.0)] == pytest.approx([0, PANEL / 3, PANEL])
    assert scale.at(1e-9) == 0
    assert [text for _, text in scale.ticks] == ["0.1%", "1%", "10%", "100%"]


def test_an_even_scale_goes_from_none_to_all() -> None:
    """Quarters are marked."""
    scale = Scale(least=None)

    assert scale.at(0.25) == PANEL / 4
    assert [text for _, text in scale.ticks] == ["0%", "25%", "50%", "75%", "100%"]


def test_the_picture_is_whole_and_stands_alone() -> None:
    """Well-formed, titled, in both schemes, each point drawn, names escaped, nothing fetched."""
    panel = Panel(name="a < b", remark="r", word=POINTS, told=[(0.1, 0.1)])
    text = drawn([panel] * 5, title="Said & true", words=("one", "two"))
    root = ElementTree.fromstring(text)
    circles = [one.get("class") for one in root.iter("{http://www.w3.org/2000/svg}circle")]

    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Said & true"
    assert (circles.count("word"), circles.count("told")) == (5 * 3 + 1, 5 + 1)
    assert "prefers-color-scheme:dark" in text
    assert not re.search(r"<script|href|url\(|@import", text)


def test_what_was_said_goes_across_and_what_was_true_upwards() -> None:
    """A chance said too high stands below the diagonal."""
    text = drawn([Panel(name="a", remark="", told=[(0.75, 0.25)])], title="t", words=("", ""), even=True)
    frame = re.search(r'class="frame" x="([\d.]+)" y="([\d.]+)"', text)
    point = re.search(r'class="told" cx="([\d.]+)" cy="([\d.]+)"', text)
    assert frame is not None
    assert point is not None

    assert float(point[1]) - float(frame[1]) == pytest.approx(0.75 * PANEL, abs=0.1)
    assert float(point[2]) - float(frame[2]) == pytest.approx(0.75 * PANEL, abs=0.1)
