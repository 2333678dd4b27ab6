"""Tables as people really save them."""

import io
from pathlib import Path

import pytest

from twelfth.base import InvalidInput
from twelfth.packs.limits import MOST_CELL_CHARACTERS
from twelfth.packs.table import Table, parse_table, read_table, read_typed_table


def saved(folder: Path, content: bytes) -> Table:
    path = folder / "people.csv"
    path.write_bytes(content)
    return read_table(path)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_of_the_header_is_used(separator: str) -> None:
    """Comma, semicolon and tab are told apart by the first line."""
    table = parse_table(f"id{separator}name\n1{separator}Ana\n", "x.csv")

    assert table.header == ("id", "name")
    assert table.rows == [["1", "Ana"]]


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    """Spreadsheets write one."""
    assert saved(tmp_path, b"\xef\xbb\xbfid\n1\n").header == ("id",)


def test_windows_letters_are_read(tmp_path: Path) -> None:
    """A file saved as Windows Latin keeps é and ñ."""
    table = saved(tmp_path, "id\nJosé Muñoz\n".encode("cp1252"))

    assert table.rows == [["José Muñoz"]]


def test_utf_8_is_tried_before_windows_latin(tmp_path: Path) -> None:
    """The same letters in UTF-8 are not doubled."""
    assert saved(tmp_path, "id\nJosé Muñoz\n".encode()).rows == [["José Muñoz"]]


def test_the_bytes_of_a_lone_surrogate_become_no_surrogate(tmp_path: Path) -> None:
    """They are no UTF-8, so they are read as the Windows letters they also are."""
    table = saved(tmp_path, b"id\nx\xed\xa0\x80\n")

    assert table.rows[0][0].encode("utf-8").decode("utf-8") == "xí\xa0€"


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    """0x81 is no letter in either."""
    with pytest.raises(InvalidInput, match=r"people\.csv: text is 'neither UTF-8 nor Windows Latin'"):
        saved(tmp_path, b"id\n\x81\n")


@pytest.mark.parametrize("byte", [b"\x01", b"\x1b", b"\x7f", b"\x0b", b"\xc2\x85"])
def test_a_control_character_is_refused_with_its_line(byte: bytes, tmp_path: Path) -> None:
    """It could repaint a terminal."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 3: .* expected text without control characters"):
        saved(tmp_path, b"id\nok\nx" + byte + b"\n")


def test_a_nul_is_refused_with_its_line(tmp_path: Path) -> None:
    """A file of another kind, such as UTF-16, is full of them."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 2: text is 'a NUL character'") as caught:
        saved(tmp_path, b"id\na\0b\n")

    assert "UTF-8" in caught.value.next_step


def test_decimal_commas_are_read_under_semicolons() -> None:
    """Where the comma is the decimal sign the semicolon separates."""
    table = parse_table("id;years;name\n1;3,5;Ana, MD\n2;-0,25;1,2,3\n", "x.csv")

    assert table.rows == [["1", "3.5", "Ana, MD"], ["2", "-0.25", "1,2,3"]]


def test_a_quoted_comma_is_kept_under_commas() -> None:
    """Where the comma separates, 3,5 in quotes is a text."""
    assert parse_table('id,years\n1,"3,5"\n', "x.csv").rows == [["1", "3,5"]]


def test_lines_stay_right_after_a_quoted_line_break() -> None:
    """A row is told by the line of the file on which it begins."""
    table = parse_table('id,note\n1,"two\nlines"\n\n2,x\n', "x.csv")

    assert table.lines == [2, 5]
    assert table.rows[0][1] == "two\nlines"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(end: str) -> None:
    """Unix, Windows and old Macintosh."""
    table = parse_table(f"id{end}1{end}2{end}", "x.csv")

    assert (table.rows, table.lines) == ([["1"], ["2"]], [2, 3])


@pytest.mark.parametrize("blank", ["", ",", "  ", " , ", '""'])
def test_a_blank_line_is_nobody(blank: str) -> None:
    """Whether empty, of separators or of spaces."""
    table = parse_table(f"id,name\n{blank}\n1,Ana\n{blank}\n", "x.csv")

    assert (table.rows, table.lines) == ([["1", "Ana"]], [3])


def test_blank_lines_before_the_header_are_skipped() -> None:
    """The first line that says something is the header."""
    assert parse_table("\n , \nid,name\n1,Ana\n", "x.csv").header == ("id", "name")


def test_a_short_row_is_filled_with_blanks() -> None:
    """Spreadsheets leave the last separators out."""
    assert parse_table("id,a,b\n1\n", "x.csv").rows == [["1", "", ""]]


def test_a_row_with_empty_cells_too_many_is_cut() -> None:
    """Trailing separators say nothing."""
    assert parse_table("id,a\n1,2,, ,\n", "x.csv").rows == [["1", "2"]]


def test_a_long_row_is_refused_with_its_line() -> None:
    """A cell without a column has no meaning."""
    with pytest.raises(InvalidInput, match=r"x\.csv, line 3: row is '3 cells': expected at most 2, as the header has"):
        parse_table("id,a\n1,2\n1,2,3\n", "x.csv")


def test_a_repeated_column_is_refused() -> None:
    """One of the two would be lost."""
    with pytest.raises(InvalidInput, match=r"x\.csv, line 1: column is 'a': expected each column name once"):
        parse_table("id,a, a\n", "x.csv")


def test_an_unclosed_quote_is_refused() -> None:
    """It would swallow the rest of the file."""
    with pytest.raises(InvalidInput, match=r"x\.csv, line 3: CSV is .* expected every quote closed"):
        parse_table('id,a\n1,"open\n2,x\n', "x.csv")


def test_text_after_a_closed_quote_is_refused() -> None:
    """Guessing would change what is read."""
    with pytest.raises(InvalidInput, match="expected every quote closed"):
        parse_table('id\n"a"b\n', "x.csv")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b" ,  \n"])
def test_an_empty_file_is_refused(content: bytes, tmp_path: Path) -> None:
    """It has not even a header."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 1: file is 'empty': expected a header line"):
        saved(tmp_path, content)


def test_a_header_alone_is_a_table_of_nobody() -> None:
    """An empty group is a group."""
    table = parse_table("id,a\n", "x.csv")

    assert (table.rows, list(table.records())) == ([], [])


def test_over_200_columns_are_refused() -> None:
    """No process has so many traits."""
    header = ",".join(f"c{number}" for number in range(201))

    with pytest.raises(InvalidInput, match=r"columns is '201': expected at most 200 columns"):
        parse_table(header + "\n", "x.csv")


def test_200_columns_are_read() -> None:
    """The limit itself is allowed."""
    assert len(parse_table(",".join(f"c{number}" for number in range(200)), "x.csv").header) == 200


@pytest.mark.parametrize("size", [MOST_CELL_CHARACTERS + 1, 200_000])
def test_a_huge_cell_is_refused_with_its_line(size: int) -> None:
    """A cell is a value, not a document."""
    with pytest.raises(InvalidInput, match=r"x\.csv, line 2: "):
        parse_table("id\n" + "x" * size + "\n", "x.csv")


def test_records_are_stripped() -> None:
    """Spaces around a cell say nothing."""
    assert list(parse_table("id , a\n 1 , x y \n", "x.csv").records()) == [(2, {"id": "1", "a": "x y"})]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read(encoding: str, tmp_path: Path) -> None:
    """What a spreadsheet calls Unicode text."""
    table = saved(tmp_path, "\ufeffid\tname\r\n1\tJosé Łoś\r\n\r\n2\tÑ\r\n".encode(encoding))

    assert (table.header, table.rows, table.lines) == (("id", "name"), [["1", "José Łoś"], ["2", "Ñ"]], [2, 4])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_named(encoding: str, tmp_path: Path) -> None:
    """Guessing is left to nobody; the sentence says what it is and what to do."""
    with pytest.raises(InvalidInput, match=r"people\.csv: text is 'UTF-16 without a mark.*saved as UTF-8") as caught:
        saved(tmp_path, "id,name\n1,Ana\n".encode(encoding))

    assert caught.value.next_step == "Save the file again as UTF-8."


def test_damaged_utf_16_is_refused(tmp_path: Path) -> None:
    """Half a letter at the end."""
    with pytest.raises(InvalidInput, match=r"people\.csv: text is 'UTF-16 that is cut off or damaged'"):
        saved(tmp_path, "\ufeffid\nAna\n".encode("utf-16-le") + b"x")


def test_a_control_character_in_utf_16_is_refused_with_its_line(tmp_path: Path) -> None:
    """A NUL letter too."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 2: .* without control characters"):
        saved(tmp_path, "\ufeffid\na\0b\n".encode("utf-16-le"))


def test_typed_utf_16_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shells send it."""
    content = "\ufeffid,a\n1,yes\n".encode("utf-16-le")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    assert read_typed_table().rows == [["1", "yes"]]


@pytest.mark.parametrize(
    ("first", "separator"),
    [("sep=;", ";"), ("SEP=,", ","), ('"sep=;"', ";"), ("sep=|", "|"), ("sep=\t", "\t"), ("sep=;;;", ";")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_first_line_may_name_the_separator(first: str, separator: str, end: str) -> None:
    """As a spreadsheet writes it; it is no header, and the lines are still those of the file."""
    lines = [first, separator.join(("id", "a,b;c|d\te".replace(separator, ""))), separator.join("12"), "", "3"]
    table = parse_table(end.join(lines) + end, "x.csv")

    assert table.header == ("id", "a,b;c|d\te".replace(separator, ""))
    assert (table.rows, table.lines) == ([["1", "2"], ["3", ""]], [3, 5])


def test_a_named_separator_reads_decimal_commas_as_ever() -> None:
    """Under a semicolon a comma is decimal; under a comma or a bar it is not touched."""
    assert parse_table("sep=;\nid;x\n1;3,5\n", "x.csv").rows == [["1", "3.5"]]
    assert parse_table("sep=|\nid|x\n1|3,5\n", "x.csv").rows == [["1", "3,5"]]


def test_a_mistake_in_a_header_is_told_with_its_line() -> None:
    """Below the line of the separator, or below blank lines."""
    with pytest.raises(InvalidInput, match=r"x\.csv, line 2: column is 'a': expected each column name once"):
        parse_table("sep=;\nid;a;a\n", "x.csv")
    with pytest.raises(InvalidInput, match=r"x\.csv, line 3: columns is 'id': expected a column 'a' too"):
        parse_table("\n\nid\n", "x.csv", required=("a",))


@pytest.mark.parametrize("named", ["", "x", "1"])
def test_a_separator_there_is_not_is_refused(named: str) -> None:
    """A letter separates nothing."""
    with pytest.raises(InvalidInput, match=rf"x\.csv, line 1: separator is '{named}': expected sep= and then a comma"):
        parse_table(f"sep={named}\nid;a\n", "x.csv")
