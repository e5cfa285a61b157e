"""One process' share of a class: its papers, its warm sandbox, and one submission after another."""

import gc
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import BankError, add_bank, load_exercise
from exercises.kit.exercise import Exercise
from exercises.kit.seeds import Seeds
from grader.assessments.model import Assessment
from grader.assessments.randomness import seeds_for
from grader.batch.bundle import content_hash, source_hash
from grader.batch.grading import grade_submission, ungraded
from grader.batch.paper import Paper, draw_paper
from grader.batch.result import Graded, Status, SubmissionResult
from grader.sandbox.isolation import SandboxUnavailableError
from grader.sandbox.job import Runner
from grader.sandbox.runner import open_runner
from grader.submissions.collect import Entry, read_entry

AfterGrading = Callable[[SubmissionResult, Paper], None]
"""Runs in the worker when a submission has been graded: writes the student's page."""


class Task(Frozen):
    """One student to grade."""

    entry: Entry
    status: Status | None = None
    """Where it is known already that there is nothing to grade."""


class Setting(Frozen):
    """All that a worker must know; it is the same for the whole class."""

    assessment: Assessment
    secret: bytes
    after: Any = None
    weaker: bool = False
    banks: tuple[Path, ...] = ()
    """Where exercises lie that are not ours."""
    sources: str = ""
    """Hash of the sources with which the class is graded; a cluster's worker may have loaded others."""

    @property
    def profile(self) -> str:
        return "numpy+torch" if "torch" in self.assessment.modules else "numpy"


class Worker:
    """Grades one submission after another in one process."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        try:
            for bank in setting.banks:
                add_bank(bank)
        except BankError as error:
            raise SandboxUnavailableError(error.problem) from None
        if setting.sources not in ("", source_hash()):
            raise SandboxUnavailableError(_OTHER_SOURCES)
        names = {question.exercise for question in setting.assessment.questions}
        self.exercises: Mapping[str, Exercise] = {name: load_exercise(name) for name in names}
        self.fixed = self._draw("") if setting.assessment.variants == "fixed" else None
        runner: Any = open_runner(setting.profile, weaker=setting.weaker)  # type: ignore[arg-type]
        self.runner: Runner = runner.__enter__()
        gc.freeze()  # papers and modules stay; the collector need not look at them for every submission
        gc.set_threshold(20_000, 20, 20)  # nor, so often, at results, of which next to none are cycles

    def paper(self, student: str) -> Paper:
        """The student's own paper, or the one that all share."""
        return self.fixed or self._draw(student)

    def grade(self, task: Task) -> SubmissionResult:
        paper = self.paper(task.entry.student)
        submission = read_entry(task.entry)
        if task.status is not None:
            result = ungraded(submission, task.status, paper, self.runner, name=task.entry.name)
        else:
            limits = self.setting.assessment.limits
            result = grade_submission(submission, paper, limits, self.runner, name=task.entry.name)
        if self.setting.after is not None:
            self.setting.after(result, paper)
        return result

    def close(self) -> None:
        self.runner.__exit__(None, None, None)

    def _draw(self, student: str) -> Paper:
        assessment, secret = self.setting.assessment, self.setting.secret
        seeds: dict[str, Seeds] = {
            question.id: seeds_for(assessment, secret, question.id, student)
            for question in assessment.questions
        }
        return draw_paper(assessment, self.exercises, seeds)


_OTHER_SOURCES = Text(
    zh="工作进程加载的练习或评分程序与现在的不同。请重新启动 dask worker，再运行一次。",
    en="A worker has loaded other exercises, or another kaodian, than are here now. "
    "Start the dask workers anew, and run the command again.",
)


class Unable(Frozen):
    """In the place of results: why this machine can grade nothing."""

    reason: Text


_warm: dict[int, tuple[str, Worker]] = {}
"""By thread: its worker, and what for. A cluster's process may have several threads, a sandbox serves one."""


def grade_chunk(setting: Setting, tasks: Sequence[Task]) -> tuple[Graded, ...] | Unable:
    """Grade some submissions with this thread's worker, which stays warm from one chunk to the next."""
    key = content_hash(
        setting.assessment, setting.secret.hex(), setting.weaker, repr(setting.after), setting.sources
    )
    thread = threading.get_ident()
    try:
        if thread not in _warm or _warm[thread][0] != key:
            _close(thread)
            _warm[thread] = key, Worker(setting)
        return tuple(Graded.of(_warm[thread][1].grade(task)) for task in tasks)
    except SandboxUnavailableError as error:
        _close(thread)
        return Unable(reason=error.reason)


def close_workers() -> None:
    """End every worker of this process."""
    for thread in list(_warm):
        _close(thread)


def _close(thread: int) -> None:
    _, worker = _warm.pop(thread, ("", None))
    if worker is not None:
        worker.close()
