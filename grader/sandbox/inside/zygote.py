"""The process that has NumPy loaded and forks once for each submission.

It never sees a byte of a student's: a job is a descriptor that arrives with a number and some limits, and
goes straight to the fork. One job at a time.
"""

import array
import os
import select
import signal
import socket
import sys
from collections.abc import Mapping
from typing import Any

from grader.sandbox.inside import (
    arrive,
    attempts,
    child,
    kernel,
    landlock,
    lockdown,
    namespaces,
    seccomp,
    wire,
)
from grader.sandbox.inside.control import FAILED, READY, REPORT, REQUEST
from grader.sandbox.inside.preload import preload


def main(config: Mapping[str, Any], arrived: tuple[socket.socket, namespaces.Grounds]) -> None:
    control, grounds = arrived
    sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115  /dev/null: input() finds the end of the file
    preload(config["profile"])
    prepared = lockdown.Prepared(grounds, *_walls(config, grounds))
    prepared.mapped = _address_space()
    hello = {"layers": grounds.layers, "own_mounts": grounds.own_mounts, "uid": os.getuid()}
    control.sendall(wire.pack(hello))
    os.dup2(arrive.CHANNEL, 2)  # what went wrong so far was worth reading; students' noise is not
    _serve(control, prepared, config)


def _walls(config: Mapping[str, Any], grounds: namespaces.Grounds) -> tuple[int | None, bytes | None]:
    """The Landlock ruleset and the system call filter, where the machine has them."""
    ruleset, filter_ = None, None
    if "landlock" not in config["without"]:
        # a fork's own tmpfs lies over folder/work; rules hold for what is mounted beneath
        work = grounds.folder if grounds.own_mounts else os.path.join(grounds.folder, namespaces.WORK)
        ruleset = landlock.ruleset(config["readable"], config["listable"], work)
    if ruleset is not None:
        grounds.layers.append("Landlock")
    if "seccomp" not in config["without"] and seccomp.available():
        filter_ = seccomp.prepare()
        grounds.layers.append("seccomp")
    if "limits" not in config["without"]:
        grounds.layers.append("resource limits")
    return ruleset, filter_


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _serve(control: socket.socket, prepared: lockdown.Prepared, config: Mapping[str, Any]) -> None:
    while True:
        data, descriptor = _receive(control)
        job, *allowance, is_test = REQUEST.unpack(data)
        pid = _fork(prepared)
        if pid == 0:
            _run_child(descriptor, prepared, lockdown.Allowance(*allowance), config if is_test else None)
        os.close(descriptor)
        control.sendall(REPORT.pack(job, *_wait(pid, control)))


def _receive(control: socket.socket) -> tuple[bytes, int]:
    descriptors = array.array("i")
    data, ancillary, _, _ = control.recvmsg(REQUEST.size, socket.CMSG_SPACE(4), socket.MSG_WAITALL)
    if len(data) < REQUEST.size:
        os._exit(0)  # the trusted side has gone
    for _, _, content in ancillary:
        descriptors.frombytes(content[:4])
    return data, descriptors[0]


def _fork(prepared: lockdown.Prepared) -> int:
    """Fork into a pid namespace of its own, where that can be had: what the fork starts ends with it."""
    own = prepared.grounds.own_pids
    if own is None:
        return kernel.fork()
    kernel.unshare(kernel.CLONE_NEWPID)
    pid = kernel.fork()
    if pid:
        kernel.setns(own, kernel.CLONE_NEWPID)
    return pid


def _wait(pid: int, control: socket.socket) -> tuple[int, float]:
    """Wait for the fork, but no longer than the trusted side is there to hear of it."""
    watched = select.poll()
    ended = os.pidfd_open(pid)
    watched.register(ended, select.POLLIN)
    watched.register(control, select.POLLRDHUP)
    for descriptor, _ in watched.poll():
        if descriptor == control.fileno():
            os.kill(pid, signal.SIGKILL)
    os.close(ended)
    _, status, usage = os.wait4(pid, 0)
    return status, usage.ru_utime + usage.ru_stime


def _run_child(
    descriptor: int,
    prepared: lockdown.Prepared,
    allowance: lockdown.Allowance,
    test: Mapping[str, Any] | None,
) -> None:
    """The fork: never returns."""
    try:
        os.dup2(descriptor, arrive.CHANNEL)
        lockdown.lock_down(prepared, allowance)
    except BaseException as error:
        os.write(arrive.CHANNEL, FAILED + f"{type(error).__name__}: {error}".encode()[:300])
        os._exit(1)
    os.write(arrive.CHANNEL, READY)
    try:
        if test is None:
            child.serve(arrive.CHANNEL, arrive.CHANNEL)
        else:
            work = os.path.join(prepared.grounds.folder, namespaces.WORK)
            through = attempts.got_through(test["outside"], test["secret"], test["home"], work)
            child.write_all(arrive.CHANNEL, wire.pack({"through": through}))
    finally:
        os._exit(
            0
        )  # whatever happened: never back into the zygote's loop, and no exit handler of a student's
