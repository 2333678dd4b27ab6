"""Archives (ZIP) of texts: written so that the same texts give the same bytes, read as if a stranger had made them.

Of an archive that is read one text is unpacked, in memory; nothing is ever written to the disk. Everything else in it
is looked at by its entry in the directory alone. Deliberately knows nothing of what the texts say.
"""

import re
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from stat import S_ISDIR, S_ISLNK, S_ISREG
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from twelfth.base import InvalidInput, Said, invalid

MOST_BYTES = 12_000_000
"""Of an archive."""
MOST_UNPACKED = 32_000_000
"""Bytes of all it holds."""
MOST_MEMBERS = 40
MOST_RATIO = 200
"""Times that the whole may grow; an export grows ten to thirty times."""
MOST_DIRECTORY = 20_000
"""Bytes in which the members are listed."""
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}", re.ASCII)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day an archive can state. It states no other, so that it is the same on every day."""
FOR_THE_OWNER = 0o100600
ENCRYPTED = 0x1
_END = struct.Struct("<4s4H2LH")
_ZIP64_LOCATOR = 20
AT_MOST = "at most %(most)s"
NOT_OURS = "Take a file that `twelfth export` wrote, unchanged."


def archive_of(members: Iterable[tuple[str, str]]) -> bytes:
    """An archive of texts by name, in this order."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in members:
            info = ZipInfo(name, date_time=FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, FOR_THE_OWNER << 16
            archive.writestr(info, text.encode("utf-8"))
    return packed.getvalue()


def text_in(packed: bytes, name: str) -> str:
    """One text of an archive.

    Raises:
        InvalidInput: it is no archive, or one that nobody makes who means well.
    """
    _check_end(packed)
    try:
        with ZipFile(BytesIO(packed)) as archive:
            members = archive.infolist()
            _check_members(members, len(packed))
            wanted = next((one for one in members if one.filename == name), None)
            if wanted is None:
                raise _refused(
                    "archive", ", ".join(one.filename for one in members), Said("one with %(name)s in it", name=name)
                )
            with archive.open(wanted) as member:
                content = member.read(MOST_UNPACKED + 1)
    except InvalidInput:
        raise
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error, zlib.error):
        raise _refused("archive", "damaged", "a ZIP that is whole and unchanged") from None
    if len(content) > MOST_UNPACKED:
        raise _refused(name, f"more than {MOST_UNPACKED:,} bytes", "fewer")
    return _as_text(content, name)


def _as_text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(name, f"no UTF-8 at byte {error.start:,}", "UTF-8") from None


def _check_end(packed: bytes) -> None:
    """The end of an archive says how long its directory is, which is read whole: so this is looked at first."""
    if len(packed) > MOST_BYTES:
        size = Said("%(count)s bytes", count=f"{len(packed):,}")
        raise _refused("archive", size, Said(AT_MOST, most=f"{MOST_BYTES:,}"))
    start = len(packed) - _END.size
    if start < 0 or not packed.startswith(b"PK") or packed[start : start + 4] != b"PK\x05\x06":
        raise _refused("archive", "no ZIP, or one cut short", "a ZIP that is whole and unchanged")
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack(packed[start:])
    if packed[max(0, start - _ZIP64_LOCATOR) :].startswith(b"PK\x06\x07"):
        raise _refused("archive", "one for more than 4 GB", "a plain ZIP")
    if count > MOST_MEMBERS or size > MOST_DIRECTORY:
        raise _refused("archive", Said("%(count)s files", count=f"{count:,}"), Said(AT_MOST, most=MOST_MEMBERS))
    if disk or first_disk or comment or here != count or offset + size != start:
        raise _refused("archive", "one in parts or with something added", "a ZIP that is whole and unchanged")


def _check_members(members: list[ZipInfo], packed: int) -> None:
    names = [one.filename for one in members]
    for one in members:
        _check_member(one)
    if doubled := next((name for name in names if names.count(name) > 1), None):
        raise _refused("archive", f"{doubled} twice", "each file once")
    total = sum(one.file_size for one in members)
    if total > MOST_UNPACKED or total > MOST_RATIO * packed:
        most = f"{min(MOST_UNPACKED, MOST_RATIO * packed):,}"
        unpacked = Said("%(count)s bytes unpacked", count=f"{total:,}")
        raise _refused("archive", unpacked, Said("at most %(most)s of this one", most=most))


def _check_member(one: ZipInfo) -> None:
    mode = one.external_attr >> 16
    if not NAME.fullmatch(one.orig_filename) or one.orig_filename != one.filename:
        raise _refused("name of a file in the archive", one.orig_filename, "letters, digits and . - _, in no folder")
    if S_ISLNK(mode) or S_ISDIR(mode) or (mode >> 12 and not S_ISREG(mode)):
        raise _refused(one.filename, "a link, folder or device", "a plain file")
    if one.flag_bits & ENCRYPTED:
        raise _refused(one.filename, "encrypted", "a file without a password")
    if one.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise _refused(one.filename, f"packed by method {one.compress_type}", "stored or deflated")


def _refused(thing: str, value: str, expected: str) -> InvalidInput:
    return invalid(thing, value, expected, next_step=NOT_OURS)
