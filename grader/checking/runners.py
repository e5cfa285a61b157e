"""Runners for one's own code, started early: a sandbox gets ready while everything else is imported."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Literal, Self

from grader.sandbox.job import Runner
from grader.sandbox.readable import Profile
from grader.sandbox.runner import PlainProcess, SandboxUnavailableError, open_runner

RunnerName = Literal["sandbox", "plain process"]
Opened = tuple[Runner, RunnerName]


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
        # a thread that stays: bubblewrap ends with the thread that started it
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="runner")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for opening in self._opening.values():
            if opening.exception() is None:
                opening.result()[0].__exit__(None, None, None)
        self._thread.shutdown()

    def begin(self, profile: Profile) -> None:
        """Open the profile's runner in the background."""
        if profile not in self._opening:
            self._opening[profile] = self._thread.submit(self._open, profile)

    def get(self, profile: Profile) -> Opened:
        """The profile's runner, and which kind it is."""
        self.begin(profile)
        return self._opening[profile].result()

    def _open(self, profile: Profile) -> Opened:
        if self.sandbox:
            try:
                return open_runner(profile).__enter__(), "sandbox"
            except SandboxUnavailableError:
                pass  # it is one's own code; the report says how it ran
        return PlainProcess(profile).__enter__(), "plain process"


def profile_of(frameworks: set[str]) -> Profile:
    """What has to be loaded for exercises of these frameworks."""
    return "numpy+torch" if "torch" in frameworks else "numpy"
