"""Opens what runs submissions: the sandbox, or a plain process for one's own code."""

import contextlib
import os
import sys
from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, Self

from exercises.kit.base import Text
from grader.sandbox.conversation import Conversation
from grader.sandbox.isolation import Isolation, SandboxUnavailableError, refusal
from grader.sandbox.job import (
    CaseRun,
    CellRun,
    Fault,
    FaultKind,
    Job,
    JobResult,
    QuestionRun,
    Runner,
)
from grader.sandbox.plain import PlainProcess
from grader.sandbox.readable import Profile

if TYPE_CHECKING:
    from grader.sandbox.launch import Launch
    from grader.sandbox.zygotes import Zygote

__all__ = [
    "Isolation",
    "PlainProcess",
    "Sandbox",
    "SandboxUnavailableError",
    "describe_isolation",
    "open_runner",
]

_ATTEMPTS = 2
"""A zygote that dies under a job is replaced; one that dies under the same job twice is the job's doing."""


def open_runner(
    profile: Profile = "numpy",
    *,
    sandbox: bool = True,
    weaker: bool = False,
    launched: "Launch | None" = None,
) -> Runner:
    """The runner for this machine, to be used in a `with` statement.

    Parameters
    ----------
    profile : "numpy" or "numpy+torch"
        What submissions may import beside the standard library.
    sandbox : bool
        False runs code with no isolation at all: for one's own.
    weaker : bool
        Go on without Landlock or seccomp where every namespace is there.
    launched : Launch, optional
        The first zygote's process, where it was started before.

    Raises
    ------
    SandboxUnavailableError
        By the runner's `__enter__`, and here where the platform has no sandbox.
    """
    if not sandbox:
        return PlainProcess(profile)
    if sys.platform != "linux":
        raise SandboxUnavailableError(_ONLY_LINUX)
    return Sandbox(profile, weaker=weaker, launched=launched)


def describe_isolation(profile: Profile = "numpy", *, weaker: bool = False) -> Isolation:
    """The layers that a submission would run behind here, none on other systems than Linux.

    Starts a sandbox, self-test and all. Raises SandboxUnavailableError as `open_runner` does.
    """
    if sys.platform != "linux":
        return Isolation()
    with Sandbox(profile, weaker=weaker) as box:
        return box.isolation


class Sandbox:
    """Runs submissions in locked-down forks of a zygote, one at a time.

    Parameters
    ----------
    profile, weaker, launched
        As for `open_runner`.
    without : collection of str
        Layers left out though the machine has them ("bubblewrap", "namespaces", "landlock", "seccomp",
        "limits"):
        how the others hold by themselves is tested so.
    """

    def __init__(
        self,
        profile: Profile = "numpy",
        *,
        weaker: bool = False,
        without: Collection[str] = (),
        launched: "Launch | None" = None,
    ) -> None:
        self.profile, self.weaker, self.without = profile, weaker, frozenset(without)
        self._zygote: Zygote | None = None
        self._launched = launched
        self._process = os.getpid()
        self._has_wrapped = False
        """Whether bubblewrap has started a zygote here."""

    def __enter__(self) -> Self:
        self._running()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        if self._zygote is not None and self._process == os.getpid():
            self._zygote.close()
        self._zygote = None

    @property
    def isolation(self) -> Isolation:
        """The layers in force."""
        return self._running().isolation

    def run(self, job: Job) -> JobResult:
        """Run one submission; whatever it does is in the result.

        Raises
        ------
        SandboxUnavailableError
            No zygote starts, or no fork of it can be locked down: nothing was run.
        """
        from grader.sandbox.zygotes import ZygoteLostError

        for _ in range(_ATTEMPTS):
            zygote = self._running()
            try:
                return Conversation(job, partial(zygote.fork, job.limits)).run()
            except ZygoteLostError:
                self._discard(zygote)
            except SandboxUnavailableError:
                self._discard(zygote)
                raise
        return _no_result(job)

    def _discard(self, zygote: "Zygote") -> None:
        self._zygote = None
        with contextlib.suppress(OSError):
            zygote.close()

    def _running(self) -> "Zygote":
        if self._process != os.getpid():  # a worker forked from us: the zygote is its parent's
            self._zygote, self._process = None, os.getpid()
        if self._zygote is None:
            self._zygote = self._start()
        return self._zygote

    def _start(self) -> "Zygote":
        zygote = self._with_or_without_bubblewrap()
        reason = refusal(zygote.isolation, self.weaker)
        through = [] if reason else zygote.got_through()
        if reason or through:
            zygote.close()
            raise SandboxUnavailableError(
                reason or _not_contained(through, zygote.isolation), zygote.isolation
            )
        return zygote

    def _with_or_without_bubblewrap(self) -> "Zygote":
        from grader.sandbox.launch import bubblewrap
        from grader.sandbox.zygotes import Zygote

        launched, self._launched = self._launched, None
        if bubblewrap() and "bubblewrap" not in self.without:
            for attempt in range(_ATTEMPTS):  # a start may be killed, by a lack of memory say
                try:
                    zygote = Zygote(self.profile, self.without, launched)
                except SandboxUnavailableError:
                    launched = None
                    if self._has_wrapped and attempt + 1 == _ATTEMPTS:
                        raise  # never weaker than it was for others of the same class
                    continue
                self._has_wrapped = True
                return zygote
            launched = None  # installed, but not allowed to unshare
        self.without |= {"bubblewrap"}
        return Zygote(self.profile, self.without, launched)


def _no_result(job: Job) -> JobResult:
    fault = Fault(kind=FaultKind.NO_RESULT)
    return JobResult(
        cells=tuple(CellRun(label=cell.label, fault=fault) for cell in job.cells),
        questions=tuple(
            QuestionRun(id=q.id, cases=tuple(CaseRun(fault=fault) for _ in q.cases)) for q in job.questions
        ),
        answers_fault=fault,
    )


def _not_contained(through: list[str], isolation: Isolation) -> Text:
    attempts = "; ".join(through)
    return Text(
        zh=f"沙箱自检未通过 (现有隔离: {isolation}): {attempts}。不会运行任何学生代码。",
        en=f"The sandbox failed its self-test (layers: {isolation}): {attempts}. No student's code will "
        "be run.",
    )


_ONLY_LINUX = Text(
    zh="沙箱只能在 Linux 上运行。请在容器或 Linux 机器上评分; --no-sandbox 只可用于自己的代码。",
    en="The sandbox runs on Linux only. Grade in a container or on a Linux machine; "
    "--no-sandbox is for your own code.",
)
