"""How much is kept of what a request carries, before anybody answers it.

The server takes a whole body in before the guard is asked, and what is large goes into a temporary file. So what the
guard will refuse by its headers is read past and kept nowhere, and of anything else no more than may be sent.
"""

from collections.abc import Collection
from io import BytesIO
from typing import Any, BinaryIO

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from twelfth.web.guard import LARGEST_BODY, Asked, refused


class Held:
    """A body as it comes in: all of it, or nothing where it is more than `most` bytes. Its length is counted all the
    same. inner: where waitress would keep it."""

    def __init__(self, inner: Any, most: int) -> None:
        self._inner = inner
        self._most = most
        self._length = 0

    def append(self, data: bytes) -> None:
        self._length += len(data)
        if self._inner is not None and self._length > self._most:
            self.close()
        if self._inner is not None:
            self._inner.append(data)

    def __len__(self) -> int:
        return self._length

    def getfile(self) -> BinaryIO:
        """What was kept."""
        found: BinaryIO = BytesIO() if self._inner is None else self._inner.getfile()
        return found

    def close(self) -> None:
        if self._inner is not None:
            self._inner.close()
            self._inner = None


def channel_for(hosts: Collection[str]) -> type[HTTPChannel]:
    """The connections of a server that answers as these hosts."""

    class Parser(HTTPRequestParser):  # type: ignore[misc]
        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            if self.body_rcv is not None:
                most = LARGEST_BODY if refused(_asked(self), hosts) is None else 0
                self.body_rcv.buf = Held(self.body_rcv.buf, most)

    class Channel(HTTPChannel):  # type: ignore[misc]
        parser_class = Parser

    return Channel


def _asked(parser: Any) -> Asked:
    """What the guard will look at, from headers as waitress names them."""
    named = {f"HTTP_{name}": value for name, value in parser.headers.items()}
    told = {name: named.get(f"HTTP_{name}", "") for name in ("CONTENT_TYPE", "CONTENT_LENGTH")}
    return Asked.of({**named, **told, "REQUEST_METHOD": parser.command})
