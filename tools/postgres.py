"""Runs a command beside a private PostgreSQL: one of its own, in a temporary folder, on loopback, gone afterwards.

The command finds its address in TWELFTH_TEST_POSTGRES; without a command the address is printed and the server runs
until it is interrupted. Debian's binaries are used, and installed by root where they are missing; a server never runs
as root, so root runs it as `postgres` or `nobody`. What it keeps is not waited for: it is for tests.

Usage: python tools/postgres.py [COMMAND ...]
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "TWELFTH_TEST_POSTGRES"
DEBIAN = Path("/usr/lib/postgresql")
HERE = "127.0.0.1"
STARTS_WITHIN, STOPS_WITHIN = 60, 60
NAME = "twelfth"
SETTINGS = {
    "listen_addresses": HERE,
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
}


def binaries() -> Path:
    """Where initdb and pg_ctl are: the newest there is, installed where there is none."""
    if not (found := _newest()) and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"], env=quiet, check=True
        )
        found = _newest()
    if found is None:
        sys.exit("Expected PostgreSQL, found none. Install it: apt-get install postgresql")
    return found


def _newest() -> Path | None:
    if command := shutil.which("initdb"):
        return Path(command).resolve().parent
    found = [one for one in DEBIAN.glob("*/bin") if (one / "initdb").exists()]
    return max(found, key=lambda one: int(one.parent.name), default=None)


def owner() -> str | None:
    """Who is to run the server; None for whoever runs this."""
    if os.geteuid() != 0:
        return None
    there = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in there else "nobody"


def free_port() -> int:
    """One that nobody listens on now."""
    with socket.socket() as tried:
        tried.bind((HERE, 0))
        return int(tried.getsockname()[1])


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that runs as long as this."""
    where, user, port, word = binaries(), owner(), free_port(), secrets.token_urlsafe(16)
    with tempfile.TemporaryDirectory(prefix="twelfth-postgres-") as folder:
        data, key, log = (Path(folder) / name for name in ("data", "key", "log"))
        key.write_text(word)
        for path in (Path(folder), key):
            if user:
                shutil.chown(path, user)
        _do(where / "initdb", "-D", data, "-U", NAME, "--pwfile", key, *INITDB, user=user, folder=folder)
        with (data / "postgresql.auto.conf").open("a") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
            settings.write(f"port = {port}\n")
        control = (where / "pg_ctl", "-D", data, "-w")
        _do(*control, "-l", log, "-t", str(STARTS_WITHIN), "start", user=user, folder=folder)
        try:
            yield f"postgresql://{NAME}:{word}@{HERE}:{port}/postgres"
        finally:
            _do(*control, "-t", str(STOPS_WITHIN), "-m", "fast", "stop", user=user, folder=folder)


INITDB = ("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")


def _do(*command: str | Path, user: str | None, folder: str) -> None:
    done = subprocess.run(
        command, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        sys.exit(
            f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}"
        )


def main(command: list[str]) -> int:
    """The exit code of the command."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as address:
        if command:
            return subprocess.run(command, env={**os.environ, ADDRESS: address}, check=False).returncode
        print(address, flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
