"""First stage of a zygote: take the control socket, get the machine's walls, and allow NumPy's import.

Namespaces come before NumPy and torch: a process with threads can't leave its user namespace.
"""

import fcntl
import os
import socket
from collections.abc import Mapping
from typing import Any

from grader.sandbox.inside import imports, namespaces

CHANNEL = 3
"""The one descriptor that a student's process has besides /dev/null at 0, 1 and 2."""


def main(config: Mapping[str, Any], _: None) -> tuple[socket.socket, namespaces.Grounds]:
    control = socket.socket(fileno=fcntl.fcntl(0, fcntl.F_DUPFD_CLOEXEC, 10))
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, CHANNEL):  # so that nothing of ours lies where a fork has its channel
        os.dup2(null, descriptor)
    grounds = namespaces.prepare(
        config["folder"], config["uid"], config["without"], config["shown"], config["bare"]
    )
    imports.allow_only(config["origins"])
    return control, grounds
