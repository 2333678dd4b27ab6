"""The server of the local app: waitress, on this machine alone, until it is interrupted.

It decides about no request; `guard.py` does. It reads no settings and makes no application: it binds first, so that
whoever builds the application knows the port. It never listens on an address that another machine could reach.
"""

import contextlib
import errno
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final, Self
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.server import create_server

from twelfth.base import Conflict, TwelfthError, invalid
from twelfth.web.body import channel_for
from twelfth.web.guard import LARGEST_BODY, OPEN
from twelfth.web.token import Doorkeeper, install_token

LOOPBACK: Final = "127.0.0.1"
USUAL_PORT: Final = 8012
_ADDRESSES: Final = {LOOPBACK: LOOPBACK, "localhost": LOOPBACK, "::1": "::1"}
_THREADS: Final = 4
"""More would take turns at one interpreter: every page would wait for the slowest of them."""
_BODY_FUSE: Final = 8 * LARGEST_BODY
"""Bytes. Waitress reads no more than this; up to it the guard answers, which says a sentence. What the guard refuses is
read past and kept nowhere (`body.py`): a browser that is still sending when it is answered shows no answer."""
_IDLE_SECONDS: Final = 60
_GRACE_SECONDS: Final = 5
"""How long answers that are being made may take when the server ends."""
_BACKLOG: Final = 128
_HTTP_PORT: Final = 80

Build = Callable[[tuple[str, ...], Doorkeeper], WSGIApplication]
"""Makes the application, told the exact Host values and who keeps the door."""


def serve(
    build: Build, *, home: Path, opened: Callable[[str], None], host: str = LOOPBACK, port: int | None = None
) -> signal.Signals | None:
    """Serve on this machine until SIGINT or SIGTERM, and say which it was. `opened` is told the link that opens the app
    once, as soon as requests are answered.

    Raises: InvalidInput for an address of another machine, a port that is none, or a home that cannot be used;
    Conflict for a port that is taken.
    """
    with Server(host, port) as server:
        doorkeeper = Doorkeeper(install_token(home))
        application = build(server.hosts, doorkeeper)
        return server.run(application, opened=lambda: opened(server.url(doorkeeper.new_key())))


class Server:
    """A socket that listens on this machine from the moment it is made, and what runs an application on it."""

    def __init__(self, host: str = LOOPBACK, port: int | None = None) -> None:
        """port: None or 0 for the usual one if it is free, else one that the system chooses."""
        self._socket = _listening(_loopback(host), _checked(port))
        self._address, self.port = self._socket.getsockname()[:2]
        self._stop_asked, self._stop_heard = socket.socketpair()
        self._stop_asked.setblocking(False)
        self._stopping = False

    @property
    def hosts(self) -> tuple[str, ...]:
        """The exact Host values a browser sends to this server, the one of its links first."""
        suffix = "" if self.port == _HTTP_PORT else f":{self.port}"
        names = ("[::1]" if self._address == "::1" else LOOPBACK, "localhost")
        return tuple(f"{name}{suffix}" for name in names)

    def url(self, key: str) -> str:
        """The link that trades a key for the cookie."""
        return f"http://{self.hosts[0]}{OPEN}{key}"

    def run(self, application: WSGIApplication, *, opened: Callable[[], None] | None = None) -> signal.Signals | None:
        """Answer requests until SIGINT, SIGTERM or `stop`, finish those begun, and close. Says which signal it was.

        `opened` is called while requests are answered already, so it may make one. Signals are heard in the main
        thread only. A server runs once.
        """
        heard: list[signal.Signals] = []
        logging.getLogger("waitress").setLevel(logging.ERROR)  # a full queue and a client gone are no news
        connections: dict[int, Any] = {}
        waiter = create_server(application, map=connections, sockets=[self._socket], **_WAITRESS)
        waiter.channel_class = channel_for(self.hosts)
        answering = threading.Thread(target=self._answer, args=(waiter, connections), name="twelfth-server")
        with self, _on_signals(heard, self.stop):
            answering.start()
            try:
                if opened is not None:
                    opened()
                self._wait()
            finally:
                self._stopping = True
                waiter.pull_trigger()
                answering.join()
        return heard[0] if heard else None

    def stop(self) -> None:
        """End `run`, from any thread or signal handler: it takes no lock."""
        with contextlib.suppress(OSError):  # full or closed: it was asked before
            self._stop_asked.send(b"x")

    def close(self) -> None:
        """Listen no more."""
        for one in (self._socket, self._stop_asked, self._stop_heard):
            one.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _wait(self) -> None:
        self._stop_heard.settimeout(1)  # where a signal does not interrupt recv, it is noticed within a second
        while True:
            with contextlib.suppress(TimeoutError):
                self._stop_heard.recv(1)
                return

    def _answer(self, waiter: Any, connections: dict[int, Any]) -> None:
        try:
            while not self._stopping:
                wasyncore.loop(timeout=1, map=connections, count=1)
            _finish(waiter, connections)
        finally:
            self.stop()  # were this thread to die, run must not wait forever


_WAITRESS: Final[dict[str, Any]] = {
    "threads": _THREADS,
    "backlog": _BACKLOG,
    "max_request_body_size": _BODY_FUSE,
    "channel_timeout": _IDLE_SECONDS,
    "ident": None,
    "clear_untrusted_proxy_headers": True,
    "expose_tracebacks": False,
    "log_socket_errors": False,
}


def _finish(waiter: Any, connections: dict[int, Any]) -> None:
    """Take no new connection, send what is being answered, end the threads. What takes longer is left to the end of the
    process: its thread is a daemon, and the pipe it wakes the server by must not be closed under it."""
    waiter.accepting = False
    end = time.monotonic() + _GRACE_SECONDS
    while time.monotonic() < end and any(
        channel.requests or channel.total_outbufs_len for channel in list(waiter.active_channels.values())
    ):
        wasyncore.loop(timeout=0.1, map=connections, count=1)
    waiter.task_dispatcher.shutdown(timeout=1)
    if not waiter.task_dispatcher.threads:
        wasyncore.close_all(connections)


@contextlib.contextmanager
def _on_signals(heard: list[signal.Signals], then: Callable[[], None]) -> Iterator[None]:
    def hear(number: int, _: FrameType | None) -> None:
        heard.append(signal.Signals(number))
        then()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _loopback(host: str) -> str:
    if host not in _ADDRESSES:
        raise invalid(
            "the host",
            host,
            "127.0.0.1, localhost or ::1, because other addresses are refused until there are accounts",
            next_step="Leave --host out; to show somebody your progress, send them a report made with --html.",
        )
    return _ADDRESSES[host]


def _checked(port: int | None) -> int:
    if not 0 <= (port or 0) <= 65_535:
        raise invalid("the port", port, "a whole number from 1 to 65535, or 0 for one that is free")
    return port or 0


def _listening(address: str, port: int) -> socket.socket:
    """A socket that listens already. port: 0 for the usual one or, if that is taken, any."""
    try:
        if port:
            return _bound(address, port)
        try:
            return _bound(address, USUAL_PORT)
        except OSError:
            return _bound(address, 0)
    except OSError as error:
        raise _not_listening(address, port, error) from error


def _bound(address: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        # A port left a moment ago may be had again at once. Elsewhere than on posix it would let two listen on one.
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(_BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def _not_listening(address: str, port: int, error: OSError) -> TwelfthError:
    if error.errno == errno.EADDRINUSE:
        return Conflict(
            f"The port {port} of {address} is taken: expected one that no program listens on.",
            next_step="End the program that has it, name another --port, or leave --port out for one that is free.",
        )
    return invalid(
        "the address",
        f"{address} port {port}",
        f"one that this system lets you listen on ({error.strerror})",
        next_step="Leave --host and --port out.",
    )
