"""The self-test of containment: a locked-down fork tries to get out, and tells what got through."""

import contextlib
import os
import socket
import subprocess
from collections.abc import Callable


def got_through(outside: str, secret: str, home: str, work: str) -> list[str]:
    """Names of the attempts that succeeded; empty is good.

    Parameters
    ----------
    outside : path
        A folder that may not be written.
    secret : path
        A file that may not be read.
    home : path
        A folder that may not be listed.
    work : path
        The folder that must be writable.
    """
    attempts: dict[str, Callable[[], object]] = {
        "open a socket": lambda: socket.socket(),
        "make a pair of sockets": lambda: socket.socketpair(),
        "write outside the work folder": lambda: os.open(
            os.path.join(outside, "escaped"), os.O_CREAT | os.O_WRONLY
        ),
        "read a file of the grader": lambda: os.open(secret, os.O_RDONLY),
        "list the home folder": lambda: os.listdir(home),
        "list /etc": lambda: os.listdir("/etc"),
        "start a program": lambda: subprocess.run(["/bin/true"], check=False),
        "become a program": _become_a_program,
        "fork": _fork,
        "signal another process": lambda: os.kill(os.getppid(), 0),
    }
    through = [name for name, attempt in attempts.items() if _succeeds(attempt)]
    if not _succeeds(lambda: os.close(os.open(os.path.join(work, "probe"), os.O_CREAT | os.O_WRONLY))):
        through.append("no file can be written in the work folder")
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(work, "probe"))
    return through


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _become_a_program() -> None:
    """An exec that is allowed but finds no such file is let through as well: both are told apart."""
    try:
        os.execv("/proc/self/exe/none", ["none"])  # noqa: S606  it must fail
    except (FileNotFoundError, NotADirectoryError):
        return


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)
    os.wait()
