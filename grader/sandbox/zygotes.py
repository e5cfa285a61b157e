"""The sandbox's processes: a warm zygote, and one locked-down fork of it for each submission."""

import contextlib
import itertools
import math
import os
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Collection
from typing import Any

from exercises.kit.base import Text
from grader.sandbox import work
from grader.sandbox.conversation import Budget, StoppedError
from grader.sandbox.inside import wire
from grader.sandbox.inside.control import FAILED, REPORT, REQUEST
from grader.sandbox.isolation import Isolation, Layer, SandboxUnavailableError
from grader.sandbox.job import Fault, FaultKind, Limits
from grader.sandbox.launch import Launch
from grader.sandbox.readable import Profile

_START_S = 120.0
"""torch on a busy machine takes many seconds to import."""
_READY_S = 30.0
_END_S = 1.0
"""A process that has closed its channel ends within milliseconds, unless it means to stay."""
_AHEAD = 1 << 16
_PIECE = 1 << 20
_CREDENTIALS = struct.Struct("iII")
_TICK = struct.pack("ll", 0, 20_000)
"""A `struct timeval`: how long to wait for a fork before asking whether its time is up."""


class ZygoteLostError(Exception):
    """The zygote ended, or does not answer: nothing that the submission can be blamed for."""


class Zygote:
    """One zygote process. Raises SandboxUnavailableError if it does not start."""

    def __init__(
        self, profile: Profile, without: Collection[str] = (), launched: Launch | None = None
    ) -> None:
        launched = launched or Launch(profile, without)
        self.folder, self.work = launched.folder, launched.work
        self.jobs = itertools.count(1)
        self.ending: ZygoteFork | None = None
        """The last fork, killed but perhaps not ended yet: nobody need wait for that."""
        self.errors = launched.errors
        self.process, self.control, self.config = launched.process, launched.control, launched.config
        try:
            hello = self._hello()
        except BaseException:
            self.close()
            raise
        self.cleans_itself: bool = hello["own_mounts"]
        if self.config["uid"] not in (None, hello["uid"]):  # it could not become the user that we chose
            os.chown(self.work, hello["uid"], hello["uid"])
        self.isolation = _isolation(hello["layers"], self.config)

    def _hello(self) -> dict[str, Any]:
        """Wait until the zygote has loaded its program."""
        try:
            self.control.settimeout(_START_S)
            header = self.control.recv(wire.HEADER.size, socket.MSG_WAITALL)
            if header:
                head, _ = wire.lengths(header, 0)
                message, _ = wire.unpack(self.control.recv(head, socket.MSG_WAITALL), bytearray(), str)
                return dict(message)
        except OSError:
            pass  # it has ended; why, it wrote to its stderr
        raise SandboxUnavailableError(_not_started(self._last_words()))

    def _last_words(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(1)
        self.errors.seek(0)
        return self.errors.read()[-2000:].decode("utf-8", "replace").strip()

    def fork(self, limits: Limits, is_test: bool = False) -> "ZygoteFork":
        """A fork of its own for one submission, locked down and waiting."""
        self.settle()
        return ZygoteFork(self, limits, is_test)

    def settle(self) -> None:
        """Wait until the fork before has ended, and remove what it left."""
        if self.ending is not None:
            self.ending.wait_until_ended()
            self.ending = None
        self._clean()

    def got_through(self) -> list[str]:
        """Run the self-test: what a locked-down fork can do that it must not."""
        fork = self.fork(Limits(), is_test=True)
        try:
            frame = fork.receive_frame(0, Budget(5, 3, fork.cpu_s))
            message, _ = wire.unpack(*wire.parts(frame), str)
            return list(message["through"])
        except (StoppedError, wire.MalformedFrameError) as error:
            reason = error.fault if isinstance(error, StoppedError) else error
            return [f"the self-test did not answer ({reason})"]
        finally:
            fork.close()

    def _clean(self) -> None:
        """Remove what a fork has left, where forks have no file system of their own."""
        if not self.cleans_itself:
            try:
                work.empty(self.work)
            except OSError as error:
                raise ZygoteLostError(f"the work folder can't be emptied: {error}") from error

    def close(self) -> None:
        self.control.close()  # the zygote ends itself, and its fork, when this is closed
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.close()
        with contextlib.suppress(OSError):
            work.empty(self.work)
        self.folder.remove()


class ZygoteFork:
    """One fork, held by its channel and a descriptor of the process."""

    def __init__(self, zygote: Zygote, limits: Limits, is_test: bool) -> None:
        self.zygote, self.limits = zygote, limits
        self.job = next(zygote.jobs)
        self.report: tuple[int, float] | None = None
        """Wait status and CPU time, once it has ended."""
        self.last_cpu_s = 0.0
        self.room = 0 if zygote.cleans_itself else work.room(zygote.work)
        self.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.pidfd = -1
        try:
            with theirs:
                self._ask(theirs, is_test)
            self.channel.settimeout(_READY_S)
            self.pid = self._ready()
            self.clock = ~self.pid << 3 | 2  # its process CPU clock, as clock_getcpuclockid(3) makes it
            with contextlib.suppress(ProcessLookupError):  # a self-test waits for nobody, and may be over
                self.pidfd = os.pidfd_open(self.pid)
        except OSError as error:
            self.channel.close()
            raise ZygoteLostError(str(error)) from error
        except SandboxUnavailableError:
            self.channel.close()
            raise
        self.channel.settimeout(None)  # the kernel's own time limit needs no call before each other call
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            self.channel.setsockopt(socket.SOL_SOCKET, direction, _TICK)
        self.ahead = b""
        """Received and not asked for yet: a small frame comes with one call."""

    def _ask(self, theirs: socket.socket, is_test: bool) -> None:
        limits = self.limits
        request = REQUEST.pack(
            self.job,
            limits.memory_mb << 20,
            math.ceil(limits.submission_cpu_s),
            limits.processes,
            limits.file_mb << 20,
            is_test,
        )
        socket.send_fds(self.zygote.control, [request], [theirs.fileno()])

    def _ready(self) -> int:
        """Wait until it is locked down; the kernel says who wrote, before any student's code has run."""
        word, ancillary, _, _ = self.channel.recvmsg(1, socket.CMSG_SPACE(_CREDENTIALS.size))
        if word == FAILED:
            raise SandboxUnavailableError(_not_locked(self.channel.recv(400).decode("utf-8", "replace")))
        for level, kind, content in ancillary:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
                return int(_CREDENTIALS.unpack(content)[0])
        raise ZygoteLostError("the fork has no process number")

    def send(self, frame: bytes, budget: Budget) -> None:
        rest = memoryview(frame)
        while True:
            try:
                rest = rest[self.channel.send(rest) :]
            except BlockingIOError:
                pass  # it does not read
            except OSError as error:
                raise self._ended() from error
            if not rest:
                return
            self._look(budget)

    def receive_frame(self, limit: int, budget: Budget) -> bytes | bytearray:
        data = self.ahead or self._some(_AHEAD, budget)
        while len(data) < wire.HEADER.size:
            data += self._some(_AHEAD, budget)
        size = wire.HEADER.size + sum(wire.lengths(data, limit))
        if len(data) >= size:
            self.ahead = data[size:]
            return data[:size]
        whole = bytearray(size)
        whole[: len(data)] = data
        rest = memoryview(whole)[len(data) :]
        while rest:
            piece = self._some(min(len(rest), _PIECE), budget)
            rest[: len(piece)] = piece
            rest = rest[len(piece) :]
        self.ahead = b""
        return whole

    def _some(self, most: int, budget: Budget) -> bytes:
        """What has come, waited for if need be; ends the fork if its time or its room is up."""
        while True:
            try:
                piece = self.channel.recv(most)
            except BlockingIOError:
                self._look(budget)
                continue
            except OSError as error:
                raise self._ended() from error
            if budget.is_due() or not self.zygote.cleans_itself:  # who sends byte by byte is stopped too
                self._look(budget)
            if not piece:
                raise self._ended()
            return piece

    def _look(self, budget: Budget) -> None:
        self._stop_if_exceeded(budget)
        self._stop_if_too_much_is_written()

    def _stop_if_exceeded(self, budget: Budget) -> None:
        if exceeded := budget.exceeded():
            raise self.stop(exceeded)

    def _stop_if_too_much_is_written(self) -> None:
        """Without a file system of its own, nothing but this bounds how much a fork writes."""
        if self.zygote.cleans_itself:
            return
        filled = work.is_filled(self.zygote.work, self.room)
        if filled or work.too_much(self.zygote.work, self.limits):
            stopped = self.stop(FaultKind.FILE_LIMIT)
            stopped.perhaps_machine = filled
            raise stopped

    def cpu_s(self) -> float:
        if self.report is not None:
            return self.report[1]
        with contextlib.suppress(OSError):  # it has just ended, and is reaped
            self.last_cpu_s = time.clock_gettime(self.clock)
        return self.last_cpu_s

    def stop(self, kind: FaultKind) -> StoppedError:
        self._kill()
        self.wait_until_ended()
        return StoppedError(Fault(kind=kind))

    def _ended(self) -> StoppedError:
        """The channel is closed: find out why. Who closed it and goes on running gave no result."""
        if not self._read_report(_END_S):
            return self.stop(FaultKind.NO_RESULT)
        assert self.report is not None
        return StoppedError(_verdict(*self.report, self.limits))

    def _kill(self) -> None:
        if self.report is None:
            with contextlib.suppress(ProcessLookupError):
                if self.pidfd >= 0:
                    signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def wait_until_ended(self) -> None:
        if self.report is None and not self._read_report(_READY_S):
            raise ZygoteLostError("a killed fork does not end")

    def _read_report(self, timeout_s: float) -> bool:
        control = self.zygote.control
        control.settimeout(timeout_s)
        try:
            data = control.recv(REPORT.size, socket.MSG_WAITALL)
        except TimeoutError:
            return False
        except OSError as error:
            raise ZygoteLostError(str(error)) from error
        if len(data) < REPORT.size:
            raise ZygoteLostError("the zygote has ended")
        job, status, cpu_s = REPORT.unpack(data)
        if job != self.job:
            raise ZygoteLostError("a report of another job")
        self.report = status, cpu_s
        return True

    def close(self) -> None:
        self._kill()
        self.zygote.ending = self
        self.channel.close()
        if self.pidfd >= 0:
            os.close(self.pidfd)


def _verdict(status: int, cpu_s: float, limits: Limits) -> Fault:
    """Why a process that we did not end has ended."""
    if not os.WIFSIGNALED(status):
        return Fault(kind=FaultKind.NO_RESULT, message=f"exit status {os.waitstatus_to_exitcode(status)}")
    number = os.WTERMSIG(status)
    name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
    if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu_s >= limits.submission_cpu_s):
        return Fault(kind=FaultKind.TIME_LIMIT)
    kinds = {
        signal.SIGKILL: FaultKind.MEMORY_LIMIT,  # the kernel was out of memory; nobody else kills
        signal.SIGXFSZ: FaultKind.FILE_LIMIT,
        signal.SIGSYS: FaultKind.FORBIDDEN,
    }
    return Fault(kind=kinds.get(signal.Signals(number), FaultKind.CRASHED), signal=name)


def _isolation(layers: list[str], config: dict[str, Any]) -> Isolation:
    found = set(layers)
    if not config["bare"]:
        found |= {Layer.BUBBLEWRAP, Layer.PIDS, Layer.MOUNTS, Layer.NETWORK, Layer.IPC}
        if config["uid"] is None:
            found.add(Layer.USER)
    return Isolation(layers=tuple(layer for layer in Layer if layer in found))


def _not_locked(words: str) -> Text:
    return Text(
        zh=f"沙箱进程未能完成隔离: {words}。没有运行学生代码, 此份提交尚未评分。",
        en=f"A process of the sandbox could not lock itself down: {words}. "
        "No student's code was run, and this submission is not graded.",
    )


def _not_started(words: str) -> Text:
    last = words.splitlines()[-1] if words else "no message"
    return Text(
        zh=f"沙箱进程未能启动: {last}",
        en=f"The sandbox's process did not start: {last}",
    )
