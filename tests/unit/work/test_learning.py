"""What one learns from: lines of one's own, some with a link."""

import pytest

from twelfth.work import Ability, Learning, Resource


@pytest.mark.parametrize(
    ("line", "title", "address"),
    [
        ("Evening class", "Evening class", ""),
        ("Evening class https://example.org/a?b=c", "Evening class", "https://example.org/a?b=c"),
        ("Evening class: https://example.org.", "Evening class", "https://example.org"),
        ("Evening class (https://example.org)", "Evening class", "https://example.org"),
        ("https://example.org is the class", "is the class", "https://example.org"),
        ("https://example.org", "https://example.org", "https://example.org"),
        ("a book http://example.org", "a book http://example.org", ""),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ('x https://example.org/"onclick', 'x "onclick', "https://example.org/"),
    ],
)
def test_a_line_is_a_title_and_perhaps_a_link(line: str, title: str, address: str) -> None:
    """Only what begins with https is one; nothing of the words is lost."""
    (found,) = Learning(towards="x", ability=Ability.LEARNING, resource=line).resources

    assert found == Resource(title=title, address=address)


def test_each_line_is_one() -> None:
    """Blank ones are none."""
    line = "Ana\n\n  a book \r\nhttps://example.org"
    found = Learning(towards="x", ability=Ability.LEARNING, resource=line).resources

    assert [one.title for one in found] == ["Ana", "a book", "https://example.org"]
