"""A plain process instead of the sandbox: for one's own code, on any system. Nothing is locked down."""

import contextlib
import queue
import signal
import subprocess
import tempfile
import threading
import time
from typing import Any, Self

from exercises.kit.base import Text
from grader.sandbox import launch
from grader.sandbox.conversation import Budget, Conversation, StoppedError
from grader.sandbox.inside import wire
from grader.sandbox.isolation import Isolation, SandboxUnavailableError
from grader.sandbox.job import Fault, FaultKind, Job, JobResult
from grader.sandbox.readable import Profile, readable

_START_S = 120.0
_PIECE = 1 << 16
_TICK_S = 0.02


class PlainProcess:
    """Runs a submission in a new Python process, with a time limit and no isolation."""

    isolation = Isolation()

    def __init__(self, profile: Profile = "numpy") -> None:
        self.profile = profile

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        """Nothing is kept between submissions."""

    def run(self, job: Job) -> JobResult:
        """Run one submission. Time limits count wall time, which is all that every system can tell."""
        return Conversation(job, lambda: _PlainFork(self.profile)).run()


class _PlainFork:
    def __init__(self, profile: Profile) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="kaodian-", ignore_cleanup_errors=True)
        config: dict[str, Any] = {
            "profile": profile,
            "folder": self.folder.name,
            "origins": readable(profile).origins,
        }
        self.process = subprocess.Popen(  # noqa: S603  our own command line
            launch.python_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=launch.environment(self.folder.name, inherit=True),
        )
        self.pieces: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.received = bytearray()
        self.started_s: float | None = None
        for work in (self._read, self._write):
            threading.Thread(target=work, daemon=True).start()
        self.frames.put(launch.boot_message(config, plain=True))
        try:
            start = Budget(_START_S, 1, time.monotonic)
            self._receive(1, start)
            del self.received[:1]
        except StoppedError as error:
            self.close()
            raise SandboxUnavailableError(_NOT_STARTED) from error
        self.started_s = time.monotonic()

    def _read(self) -> None:
        """Pipes can't be waited for with a time limit on every system; a queue can."""
        assert self.process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            while piece := self.process.stdout.read1(_PIECE):  # type: ignore[attr-defined]
                self.pieces.put(piece)
        self.pieces.put(b"")

    def _write(self) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            while (frame := self.frames.get()) is not None:
                self.process.stdin.write(frame)
                self.process.stdin.flush()

    def send(self, frame: bytes, budget: Budget) -> None:
        self.frames.put(frame)

    def receive_frame(self, limit: int, budget: Budget) -> bytes | bytearray:
        size = wire.HEADER.size + sum(wire.lengths(self._receive(wire.HEADER.size, budget), limit))
        frame = self._receive(size, budget)
        del self.received[:size]
        return frame

    def _receive(self, size: int, budget: Budget) -> bytearray:
        """The next bytes, which stay."""
        while len(self.received) < size:
            try:
                piece = self.pieces.get(timeout=_TICK_S)
            except queue.Empty:
                if exceeded := budget.exceeded():
                    raise self.stop(exceeded) from None
                continue
            if not piece:
                raise self._ended()
            self.received += piece
        return self.received[:size]

    def cpu_s(self) -> float:
        return 0.0 if self.started_s is None else time.monotonic() - self.started_s

    def stop(self, kind: FaultKind) -> StoppedError:
        self.process.kill()
        return StoppedError(Fault(kind=kind))

    def _ended(self) -> StoppedError:
        try:
            code = self.process.wait(1)
        except subprocess.TimeoutExpired:
            return self.stop(FaultKind.NO_RESULT)
        if code < 0:
            known = -code in set(signal.Signals)
            name = signal.Signals(-code).name if known else f"signal {-code}"
            return StoppedError(Fault(kind=FaultKind.CRASHED, signal=name))
        return StoppedError(Fault(kind=FaultKind.NO_RESULT, message=f"exit status {code}"))

    def close(self) -> None:
        self.frames.put(None)
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self.folder.cleanup()


_NOT_STARTED = Text(
    zh="未能启动 Python 进程来运行代码。",
    en="The Python process that runs the code did not start.",
)
