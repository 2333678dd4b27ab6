"""Files nobody should have to open, given to the real command: always a sentence, never a hang, never a traceback."""

from pathlib import Path

import pytest
from tests.command import twelfth
from tests.small_pack import write_pack

CASE = 'schema = 1\nname = "me"\ntitle = "Me"\npack = "express-entry"\n'
FACT = '[[fact]]\ntrait = "english_reading"\nvalue = {value}\nfrom = "2020"\n'
BAD_CASES = {
    "a NUL character": (CASE.replace("Me", "M\0e").encode(), "without NUL characters"),
    "Windows Latin": (CASE.replace("Me", "José").encode("cp1252"), "saved as UTF-8"),
    "deep nesting": (f"{CASE}x = {'[' * 3000}{']' * 3000}\n".encode(), "nested less deep"),
    "a key of many parts": (f"{CASE}{'a.' * 50_000}b = 1\n".encode(), "nested less deep"),
    "not a number": ((CASE + FACT.format(value="nan")).encode(), "a finite number"),
    "infinite": ((CASE + FACT.format(value="inf")).encode(), "a finite number"),
    "an infinite capacity": (f"{CASE}[capacity]\nmoney = inf\n".encode(), "a finite number"),
    "not TOML": (b"schema = = 1\n", "line 1"),
    "nothing": (b"", "schema"),
    "a trait there is not": ((CASE + FACT.replace("reading", "shouting").format(value=7)).encode(), "a trait of"),
    "a field there is not": (f'{CASE}mood = "low"\n'.encode(), "no such field here"),
    "very many facts": ((CASE + FACT.format(value=7) * 2_001).encode(), "at most 2,000"),
}
BAD_TABLES = {
    "a NUL character": (b"name,a\nAna,ye\0s\n", "without NUL characters"),
    "an open quote": (b'name,a\n"Ana,yes\n', "every quote closed"),
    "nothing": (b"", "a header line"),
    "only a header": (b"name,a\n", "at least one selected person"),
    "a row too long": (b"name,a\nAna,yes,no\n", "at most 2, as the header has"),
    "a huge cell": (b"name,a\nAna," + b"y" * 20_001 + b"\n", "at most 20,000"),
}


@pytest.mark.parametrize("name", BAD_CASES)
@pytest.mark.parametrize("command", ["check", "audit"])
def test_a_case_that_cannot_be_read_gets_a_sentence(name: str, command: str, tmp_path: Path) -> None:
    """Code 4, the file and the reason on stderr, nothing on stdout."""
    content, expected = BAD_CASES[name]
    (tmp_path / "me.toml").write_bytes(content)
    done = twelfth(*(("case", command) if command == "check" else (command,)), "me.toml", here=tmp_path)

    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("me.toml")
    assert expected in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_table_that_cannot_be_read_gets_a_sentence(name: str, tmp_path: Path) -> None:
    """Code 4, the reason on stderr, and no pack is begun."""
    content, expected = BAD_TABLES[name]
    (tmp_path / "people.csv").write_bytes(content)
    done = twelfth("pack", "new", "mine", "--from-csv", "people.csv", here=tmp_path)

    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("people.csv")
    assert expected in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


@pytest.mark.parametrize(
    "command", [("case", "check", "big"), ("pack", "new", "mine", "--from-csv", "big")], ids=["case", "table"]
)
def test_fifty_megabytes_are_refused_unread(command: tuple[str, ...], tmp_path: Path) -> None:
    """The size is looked at first; the sentence names the size and the limit."""
    with (tmp_path / "big").open("wb") as file:
        file.truncate(50_000_000)
    done = twelfth(*command, here=tmp_path)

    assert (done.code, done.out) == (4, "")
    assert "50,000,000 bytes" in done.err
    assert "expected a file of at most" in done.err


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Some editors write one; a case and a table are read all the same."""
    (tmp_path / "me.toml").write_bytes(b"\xef\xbb\xbf" + CASE.encode())
    (tmp_path / "people.csv").write_bytes(b"\xef\xbb\xbfname,published\nAna,yes\nBen,no\n")

    assert twelfth("case", "check", "me.toml", here=tmp_path).code == 0
    assert twelfth("pack", "new", "mine", "--from-csv", "people.csv", here=tmp_path).code == 0
    assert (tmp_path / "mine" / "yes_group.csv").read_text(encoding="utf-8").startswith("id,published\nAna,yes")


def test_a_spreadsheet_in_windows_latin_is_read(tmp_path: Path) -> None:
    """Semicolons, decimal commas and a name in Windows Latin, as a spreadsheet writes them."""
    (tmp_path / "people.csv").write_bytes("name;grade\nJosé;1,5\nZoë;2,0\n".encode("cp1252"))

    assert twelfth("pack", "new", "mine", "--from-csv", "people.csv", here=tmp_path).code == 0
    assert (tmp_path / "mine" / "yes_group.csv").read_text(encoding="utf-8") == "id,grade\nJosé,1.5\nZoë,2.0\n"
    assert twelfth("pack", "check", "mine", here=tmp_path).code == 0


def test_a_folder_a_device_and_a_link_are_no_case(tmp_path: Path) -> None:
    """What is no regular file is not opened."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "real.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "link.toml").symlink_to("real.toml")

    codes = [twelfth("case", "check", name, here=tmp_path).code for name in ("folder", "/dev/zero", "link.toml")]
    assert codes == [3, 3, 4]


@pytest.mark.parametrize("name", ["", " ", "..", "a" * 5000, "no\nsuch", "caf\udce9"], ids=ascii)
def test_a_strange_name_is_not_found(name: str) -> None:
    """Whatever is typed as a case or a pack is either there or not."""
    for command in (("case", "check", name), ("pack", "check", name)):
        done = twelfth(*command)
        assert done.code in (3, 4)
        assert done.out == ""
        assert "Traceback" not in done.err
        assert "mistake of its own" not in done.err


def test_every_mistake_of_a_pack_is_told_at_once(tmp_path: Path) -> None:
    """File, line and field, for each; the pack is not half read."""
    folder = write_pack(tmp_path, **{"pool.csv": "trait,level,share,basis,source\ndegree,master,2,guess,own\n"})
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    done = twelfth("pack", "check", str(folder), here=tmp_path)

    assert (done.code, done.out) == (4, "")
    assert "pool.csv, line 2, share" in done.err
    assert "notes.txt: file is 'notes.txt'" in done.err


def test_where_nothing_can_be_written_there_is_a_sentence(tmp_path: Path) -> None:
    """A page that cannot be written leaves no answer half given, and nothing behind."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = twelfth("audit", "hernandez", "--html", "file/page.html", here=tmp_path)

    assert (done.code, done.out) == (1, "")
    assert "cannot be written to 'file/page.html'" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_a_new_pack_cannot_hold_is_said_on_the_screen(tmp_path: Path) -> None:
    """On stderr, dry run or not, so that stdout stays the files or the path."""
    (tmp_path / "people.csv").write_text("name;round;Sex;same\nAna;2022;f;x\nBen;2023;m;x\n", encoding="utf-8")
    looked = twelfth("pack", "new", "mine", "--from-csv", "people.csv", "--dry-run", here=tmp_path)
    done = twelfth("pack", "new", "mine", "--from-csv", "people.csv", here=tmp_path)

    assert (looked.code, done.code, done.out) == (0, 0, f"{tmp_path / 'mine'}\n")
    assert looked.err.splitlines() == done.err.splitlines()[:-1]
    assert [line.split(":")[0] for line in looked.err.splitlines()] == [
        'The column "same" was left out',
        "Protected, so shown but never ranked as a gap nor asked for",
        "Fill in the days of rounds.csv",
    ]


def test_numbers_that_may_be_thousands_begin_no_pack(tmp_path: Path) -> None:
    """Code 4, the line and the column, what to write, and nothing on the disk."""
    (tmp_path / "people.csv").write_text("name;Income\nAna;950\nBen;1.500\n", encoding="utf-8")
    done = twelfth("pack", "new", "mine", "--from-csv", "people.csv", here=tmp_path)

    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(
        "people.csv, line 3, Income: number is '1.500': expected a number that can be read in one way"
    )
    assert not (tmp_path / "mine").exists()
