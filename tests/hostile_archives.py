"""Archives that nobody makes who means well, each with what its refusal says. Made when asked for: some are large."""

import struct
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from twelfth.usecases import WHOLE as NAME


def zipped(*members: tuple[str | ZipInfo, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return packed.getvalue()


def info(name: str = NAME, *, mode: int = 0o100600) -> ZipInfo:
    made = ZipInfo(name)
    made.external_attr = mode << 16
    return made


def bomb() -> bytes:
    return zipped((NAME, " " * 31_000_000))


def lying_bomb() -> bytes:
    """It says that it unpacks to a hundred bytes."""
    packed = bytearray(bomb())
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        where = packed.index(sign) + at
        packed[where : where + 4] = struct.pack("<L", 100)
    return bytes(packed)


def encrypted() -> bytes:
    packed = bytearray(zipped((NAME, "{}")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(sign) + at] |= 1
    return bytes(packed)


def wrong_sum() -> bytes:
    packed = zipped((NAME, "{}"))
    return packed.replace(struct.pack("<L", zlib.crc32(b"{}")), struct.pack("<L", 7))


def doubled() -> bytes:
    with warnings.catch_warnings(action="ignore"):
        return zipped((NAME, "{}"), (NAME, "[]"))


HOSTILE_ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (bomb, "31,000,000 bytes unpacked': expected at most"),
    "a bomb that lies": (lying_bomb, "damaged"),
    "a way out": (lambda: zipped((NAME, "{}"), ("../../etc/passwd", "")), r"'\.\./\.\./etc/passwd': expected letters"),
    "a place of its own": (lambda: zipped((NAME, "{}"), ("/etc/passwd", "")), "'/etc/passwd': expected letters"),
    "a folder of another system": (lambda: zipped((NAME, "{}"), ("..\\x", "")), "expected letters"),
    "a name that ends early": (lambda: zipped((NAME, "{}")).replace(b"json", b"js\0n"), "expected letters"),
    "a link": (lambda: zipped((info(mode=0o120777), "/etc/passwd")), "'a link, folder or device'"),
    "a device": (lambda: zipped((info(mode=0o020600), "")), "'a link, folder or device'"),
    "a folder": (lambda: zipped(("a/", "")), "expected letters"),
    "one name twice": (doubled, "'twelfth.json twice': expected each file once"),
    "a password": (encrypted, "'encrypted': expected a file without a password"),
    "a wrong sum": (wrong_sum, "'damaged'"),
    "ten thousand files": (lambda: zipped(*((f"f{n}", "") for n in range(10_000))), "10,000 files': expected at most"),
    "another file": (lambda: zipped(("notes.txt", "")), "'notes.txt': expected one with twelfth.json in it"),
    "cut short": (lambda: zipped((NAME, "{}"))[:-30], "cut short"),
    "nothing": (lambda: b"", "no ZIP"),
    "an empty archive": (lambda: b"PK\x05\x06" + bytes(18), "expected one with twelfth.json"),
    "something else": (lambda: b"%PDF-1.7" * 100, "no ZIP"),
    "something before it": (lambda: b"#!/bin/sh\n" + zipped((NAME, "{}")), "no ZIP"),
    "too large": (lambda: bytes(12_000_001), "12,000,001 bytes': expected at most"),
    "no text": (lambda: zipped((NAME, "")).replace(b"twelfth.json", b"twelfth.jso\xff"), "expected letters"),
}
