"""Grading a class in parallel: worker processes, each with its own warm sandbox."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import load_exercise
from exercises.kit.exercise import Exercise
from exercises.kit.seeds import Seeds
from grader.assessments.model import Assessment
from grader.assessments.randomness import seeds_for
from grader.batch.grading import grade_submission, ungraded
from grader.batch.paper import Paper, draw_paper
from grader.batch.result import Status, SubmissionResult
from grader.sandbox.job import Runner
from grader.sandbox.runner import open_runner
from grader.submissions.collect import Entry, read_entry

AfterGrading = Callable[[SubmissionResult, Paper], None]
"""Runs in the worker when a submission has been graded: writes the student's page."""

_RESTARTS = 3
"""How often workers that died are replaced without any progress in between."""


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

    @property
    def profile(self) -> str:
        return "numpy+torch" if "torch" in self.assessment.modules else "numpy"


class Worker:
    """Grades one submission after another in one process."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        names = {question.exercise for question in setting.assessment.questions}
        self.exercises: Mapping[str, Exercise] = {name: load_exercise(name) for name in names}
        self.fixed = self._draw("") if setting.assessment.variants == "fixed" else None
        runner: Any = open_runner(setting.profile, weaker=setting.weaker)  # type: ignore[arg-type]
        self.runner: Runner = runner.__enter__()

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


class WorkersLostError(Exception):
    """Workers died again and again; `reason` says so to the person who grades."""

    def __init__(self) -> None:
        self.reason = Text(
            zh="评分进程一再被终止 (内存不足?)。已评的结果都在; 再运行一次就会接着评, 或用 -j 1。",
            en="Grading processes were killed again and again (out of memory?). What was graded is kept; "
            "run the command again to go on, or use -j 1.",
        )
        super().__init__(self.reason.en)


def grade_all(setting: Setting, tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, SubmissionResult]]:
    """Grade in parallel; yield each result as it is ready, in no particular order.

    Raises
    ------
    WorkersLostError
        Where workers die without getting anything done.
    """
    if jobs == 1 or len(tasks) == 1:
        worker = Worker(setting)
        try:
            for task in tasks:
                yield task, worker.grade(task)
        finally:
            worker.close()
        return
    # what no worker could do is told here: an error in a worker's start says only that it died
    Worker(setting).close()
    left = dict(enumerate(tasks))
    restarts = 0
    while left:
        if restarts > _RESTARTS:
            raise WorkersLostError
        with _pool(setting, min(jobs, len(left))) as pool:
            futures = {pool.submit(_grade_in_worker, task): index for index, task in left.items()}
            try:
                for future in as_completed(futures):
                    result = future.result()
                    restarts = 0
                    yield left.pop(futures[future]), result
            except BrokenProcessPool:
                restarts += 1
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _pool(setting: Setting, jobs: int) -> Executor:
    # spawned, not forked: the parent may have threads (a progress bar), which a fork would freeze
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(setting,))


_worker: Worker | None = None
"""The process' own worker: an initializer can leave something only in a global."""


def _start_worker(setting: Setting) -> None:
    global _worker
    _worker = Worker(setting)


def _grade_in_worker(task: Task) -> SubmissionResult:
    assert _worker is not None
    return _worker.grade(task)
