"""Which files a student's process may touch, as a Landlock ruleset: made once, put on by every fork."""

import os
from collections.abc import Iterable

from grader.sandbox.inside import kernel

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 16, 32, 128, 256
_REFER, _TRUNCATE = 1 << 13, 1 << 14

_READ = _READ_FILE | _READ_DIR
# not in it: executing, and making devices, sockets, pipes and links
_WORK = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_TCP_BIND_AND_CONNECT = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3


def handled(abi: int) -> int:
    """All rights that this version of Landlock can refuse."""
    newest = 12 + (abi >= 2) + (abi >= 3) + (abi >= 5)  # REFER, TRUNCATE, IOCTL_DEV
    return (1 << newest + 1) - 1


def ruleset(readable: Iterable[str], listable: Iterable[str], work: str) -> int | None:
    """A ruleset, or None where the kernel has no Landlock.

    Parameters
    ----------
    readable : paths
        Files, and folders with everything beneath.
    listable : paths
        Folders whose names alone may be listed, so that imports from them can be found.
    work : path
        The folder to write in.
    """
    abi = kernel.landlock_abi()
    if not abi:
        return None
    rights = handled(abi)
    made = kernel.landlock_ruleset(rights, _TCP_BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS, abi)
    for path in listable:
        kernel.landlock_allow(made, _READ_DIR, path)
    for path in readable:
        if os.path.exists(path):
            kernel.landlock_allow(made, _READ if os.path.isdir(path) else _READ_FILE, path)
    kernel.landlock_allow(made, (_READ_FILE | _WRITE_FILE) & rights, "/dev/null")
    kernel.landlock_allow(made, _WORK & rights, work)
    return made
