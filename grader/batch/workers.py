"""Grading a class in parallel: processes of this machine, or of a cluster, each with its own warm sandbox."""

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager
from multiprocessing import connection
from typing import Any, Protocol

from exercises.kit.base import Text
from grader.batch.result import Graded
from grader.batch.worker import Setting, Task, Unable, Worker, grade_chunk
from grader.sandbox.isolation import SandboxUnavailableError
from grader.sandbox.launch import ONE_THREAD

_RESTARTS = 3
"""How often workers that died are replaced without any progress in between."""


class Workforce(Protocol):
    """Where submissions are graded: opens executors that run `grade_chunk`."""

    chunk: int
    """Submissions handed out at a time."""

    def open(self, chunks: int) -> AbstractContextManager[Executor]:
        """An executor for so many chunks; opened again when its workers have died."""

    def is_lost(self, error: Exception) -> bool:
        """Whether this error says that workers died, and nothing about a submission."""


class LocalProcesses:
    """Processes of this machine."""

    def __init__(self, jobs: int, chunk: int = 1) -> None:
        self.jobs, self.chunk = jobs, chunk

    def open(self, chunks: int) -> AbstractContextManager[Executor]:
        # spawned, not forked: the parent may have threads (a progress bar), which a fork would freeze
        context = multiprocessing.get_context("spawn")
        _one_thread_each()
        return ProcessPoolExecutor(
            min(self.jobs, chunks),
            mp_context=context,
            initializer=_begin,
            initargs=(context.Value("i", 0),),
        )

    def is_lost(self, error: Exception) -> bool:
        return isinstance(error, BrokenExecutor)


def _one_thread_each() -> None:
    """Workers share the cores among them already: BLAS need not start threads, which spin as they wait."""
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)


def _begin(started: Any) -> None:
    """A worker's first step."""
    with started.get_lock():
        number, started.value = started.value, started.value + 1
    _stay_on_one_core(number)
    _end_with_the_grader()


def _stay_on_one_core(number: int) -> None:
    """Run on one core, with the sandbox that this worker starts.

    Worker and submission take turns, a hundred times in one: on two cores each would wait for the other's to
    wake up. Who has a busier core than the others takes fewer submissions.
    """
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        with contextlib.suppress(OSError):  # not allowed here: slower, that is all
            os.sched_setaffinity(0, {cores[number % len(cores)]})


def _end_with_the_grader() -> None:
    """Let this worker end when the grader is killed: it would wait for tasks for ever."""
    grader = multiprocessing.parent_process()
    assert grader is not None

    def watch() -> None:
        connection.wait([grader.sentinel])
        os._exit(1)  # its sandbox ends with it

    threading.Thread(target=watch, daemon=True).start()


class WorkersLostError(Exception):
    """Workers died again and again; `reason` says so to the person who grades."""

    def __init__(self) -> None:
        self.reason = Text(
            zh="评分进程一再被终止 (内存不足?)。已评的结果都在; 再运行一次就会接着评, 或用 -j 1。",
            en="Grading processes were killed again and again (out of memory?). What was graded is kept; "
            "run the command again to go on, or use -j 1.",
        )
        super().__init__(self.reason.en)


def grade_all(setting: Setting, tasks: Sequence[Task], workforce: Workforce) -> Iterator[tuple[Task, Graded]]:
    """Grade in parallel; yield each result as it is ready, in no particular order.

    Raises
    ------
    WorkersLostError
        Where workers die without getting anything done.
    SandboxUnavailableError
        Where a worker cannot run anything safely.
    """
    if isinstance(workforce, LocalProcesses) and (workforce.jobs == 1 or len(tasks) == 1):
        yield from _grade_here(setting, tasks)
        return
    size = workforce.chunk
    left = {start: tuple(tasks[start : start + size]) for start in range(0, len(tasks), size)}
    restarts = 0
    while left:
        if restarts > _RESTARTS:
            raise WorkersLostError
        with workforce.open(len(left)) as pool:
            try:
                for start, results in _graded(pool, setting, left):
                    restarts = 0
                    yield from zip(left.pop(start), results, strict=True)
            except Exception as error:
                _give_up(pool)
                if not workforce.is_lost(error):
                    raise
                restarts += 1
            except BaseException:
                _give_up(pool)
                raise


def _give_up(pool: Executor) -> None:
    """End it without waiting for what is left; Dask's executor cancels by itself, and takes no such word."""
    try:
        pool.shutdown(wait=False, cancel_futures=True)
    except TypeError:
        pool.shutdown(wait=False)


def _graded(
    pool: Executor, setting: Setting, chunks: dict[int, tuple[Task, ...]]
) -> Iterator[tuple[int, tuple[Graded, ...]]]:
    futures = {pool.submit(grade_chunk, setting, chunk): start for start, chunk in chunks.items()}
    for future in as_completed(futures):
        # a future holds its results: forgotten here, they are not all in memory at the end
        start, done = futures.pop(future), future.result()
        if isinstance(done, Unable):
            raise SandboxUnavailableError(done.reason)
        yield start, done


def _grade_here(setting: Setting, tasks: Sequence[Task]) -> Iterator[tuple[Task, Graded]]:
    worker = Worker(setting)
    try:
        for task in tasks:
            yield task, Graded.of(worker.grade(task))
    finally:
        worker.close()
