"""Runners for one's own code, started early: a sandbox gets ready while everything else is imported."""

import contextlib
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:  # what imports NumPy and pydantic waits until a sandbox's process has been started
    from grader.sandbox.job import Runner
    from grader.sandbox.launch import Launch
    from grader.sandbox.readable import Profile

RunnerName = Literal["sandbox", "plain process"]
Opened = tuple["Runner", RunnerName]


class OwnRunners:
    """One runner a profile, opened when it is begun or first asked for: the sandbox, else a plain process.

    Parameters
    ----------
    sandbox : bool
        False: a plain process in any case.
    """

    def __init__(self, *, sandbox: bool = True) -> None:
        self.sandbox = sandbox
        self._opening: dict[Profile, Future[Opened]] = {}
        self._closing: list[Future[None]] = []
        # a thread that stays: bubblewrap ends with the thread that started it, if a second one has to be
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="runner")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.end()
        self._thread.shutdown()
        for closing in self._closing:
            closing.result()

    def end(self) -> None:
        """Close all runners in the background; leaving waits for that."""
        while self._opening:
            _, opening = self._opening.popitem()
            self._closing.append(self._thread.submit(_close, opening))

    def begin(self, profile: "Profile") -> None:
        """Start the profile's sandbox, for which nothing large is imported; open it in the background."""
        if profile not in self._opening:
            launched = self._launched(profile)
            self._opening[profile] = self._thread.submit(self._open, profile, launched)

    def get(self, profile: "Profile") -> Opened:
        """The profile's runner, and which kind it is."""
        self.begin(profile)
        return self._opening[profile].result()

    def _launched(self, profile: "Profile") -> "Launch | None":
        if self.sandbox and sys.platform == "linux":
            from grader.sandbox.launch import Launch

            with contextlib.suppress(OSError):  # why it cannot be started is told when it is opened
                return Launch(profile)
        return None

    def _open(self, profile: "Profile", launched: "Launch | None") -> Opened:
        from grader.sandbox.runner import PlainProcess, SandboxUnavailableError, open_runner

        if self.sandbox:
            try:
                return open_runner(profile, launched=launched).__enter__(), "sandbox"
            except SandboxUnavailableError:
                pass  # it is one's own code; the report says how it ran
        return PlainProcess(profile).__enter__(), "plain process"


def _close(opening: Future[Opened]) -> None:
    if opening.exception() is None:
        opening.result()[0].__exit__(None, None, None)


def profile_of(frameworks: set[str]) -> "Profile":
    """What has to be loaded for exercises of these frameworks."""
    return "numpy+torch" if "torch" in frameworks else "numpy"
