"""The wiring, and the page that is written whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from twelfth.base import Conflict, TwelfthError
from twelfth.compose import SystemClock, colour_allowed, save_calendar, save_page, workplace


def test_the_usual_wiring_holds_the_built_in_packs_and_cases(tmp_path: Path) -> None:
    """And an empty log."""
    place = workplace(here=tmp_path)

    assert place.packs.names() == ("blank", "express-entry", "nasa-astronaut")
    assert place.cases.names() == ("hernandez", "newcomer")
    assert place.log.digests("hernandez") == ()


def test_the_current_folder_is_where_files_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When no folder is given."""
    (tmp_path / "me.toml").write_text('schema = 1\nname = "me"\ntitle = "Me"\npack = "blank"\n')
    monkeypatch.chdir(tmp_path)

    assert workplace().cases.get("me.toml").name == "me"


def test_the_clock_gives_a_day() -> None:
    """Of this century."""
    assert date(2025, 1, 1) < SystemClock().today() < date(2125, 1, 1)


@pytest.mark.parametrize(
    ("no_color", "term", "allowed"), [("", "xterm", True), ("1", "xterm", False), ("", "dumb", False)]
)
def test_colour_is_asked_of_the_environment(
    no_color: str, term: str, allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR set to anything but nothing, or a dumb terminal, forbids it."""
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)

    assert colour_allowed() is allowed


def test_a_page_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    """Relative to the folder given, and over an older page."""
    save_page("a/b/page.html", "<!doctype html>old", here=tmp_path)
    save_page("a/b/page.html", "José", here=tmp_path)

    assert (tmp_path / "a" / "b" / "page.html").read_text(encoding="utf-8") == "José"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    "path", ["file/page.html", "folder", "", ".", "..", "/", "a\0b", "x" * 300, "/proc/no/page.html"]
)
def test_a_page_that_cannot_be_written_is_a_sentence(path: str, tmp_path: Path) -> None:
    """It names the path, says what to do, and leaves no part of a file."""
    (tmp_path / "here" / "folder").mkdir(parents=True)
    (tmp_path / "here" / "file").write_text("keep")

    with pytest.raises(TwelfthError, match="The page cannot be written to") as caught:
        save_page(path, "content", here=tmp_path / "here")

    assert "another path" in caught.value.next_step
    left = sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*"))
    assert left == ["here", "here/file", "here/folder"]
    assert (tmp_path / "here" / "file").read_text() == "keep"


def test_a_page_cut_short_leaves_the_old_one(tmp_path: Path) -> None:
    """A character that cannot be written is found before the old page is touched."""
    save_page("page.html", "<!doctype html>old", here=tmp_path)

    with pytest.raises(TwelfthError):
        save_page("page.html", "new \udcff", here=tmp_path)

    assert (tmp_path / "page.html").read_text() == "<!doctype html>old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_replaces_a_page_and_nothing_else(tmp_path: Path) -> None:
    """A file that is no page is refused and kept; a page of before is replaced."""
    (tmp_path / "case.toml").write_text("schema = 1\n", encoding="utf-8")
    (tmp_path / "old.html").write_text("<!doctype html>old", encoding="utf-8")

    save_page("old.html", "<!doctype html>new", here=tmp_path)
    with pytest.raises(Conflict, match="not a page"):
        save_page("case.toml", "<!doctype html>new", here=tmp_path)

    assert (tmp_path / "old.html").read_text(encoding="utf-8") == "<!doctype html>new"
    assert (tmp_path / "case.toml").read_text(encoding="utf-8") == "schema = 1\n"


def test_a_calendar_replaces_a_calendar_and_no_page(tmp_path: Path) -> None:
    """Each kind of file knows its own, and names the option that writes it."""
    save_page("page.html", "<!doctype html>old", here=tmp_path)
    save_calendar("road.ics", b"BEGIN:VCALENDAR\r\nold", here=tmp_path)

    save_calendar("road.ics", b"BEGIN:VCALENDAR\r\nnew", here=tmp_path)
    with pytest.raises(Conflict, match="not a calendar") as caught:
        save_calendar("page.html", b"BEGIN:VCALENDAR\r\n", here=tmp_path)
    with pytest.raises(Conflict, match="not a page"):
        save_page("road.ics", "<!doctype html>", here=tmp_path)

    assert "--ics" in caught.value.next_step
    assert (tmp_path / "road.ics").read_bytes() == b"BEGIN:VCALENDAR\r\nnew"
