"""One submission, from its first cell to its last case, over as many forks as it takes.

A fork that crashes or hits a limit costs the cell or the question in which it did so. The rest goes on in
a new fork, where cells that stopped a fork are skipped. Whatever comes back is only an answer: a frame that
can't be read is a fault of its own, and nothing here raises because of what a student sent.
"""

import hashlib
import math
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Protocol

from grader.sandbox.inside import wire
from grader.sandbox.job import (
    CaseJob,
    CaseRun,
    CellRun,
    Fault,
    FaultKind,
    Job,
    JobResult,
    QuestionJob,
    QuestionRun,
    Unreadable,
)
from grader.sandbox.told_fault import read_fault, sources_of, with_cause

_INPUTS_LIMIT = 1 << 30
_LOOK_S = 0.004
"""Whoever answers is asked so often whether their time is up."""
_HELD_FACTOR = 4
"""Results of a whole submission, as a multiple of the limit on one: the grader holds them until it judges."""
_PARSED_FACTOR = 8
"""Memory that a byte of JSON takes as Python's objects."""
_PRINTED_FACTOR = 64
"""Printed text of a whole submission, as a multiple of what is kept of one cell or case."""


class StoppedError(Exception):
    """The fork is gone, or was ended: why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault
        self.perhaps_machine = fault.kind is FaultKind.WALL_LIMIT
        """The machine may be to blame, being busy: to be tried once more before it stands."""


class Budget:
    """CPU and wall time allowed for one step, from now on; `wall_s` bounds the latter further."""

    def __init__(
        self, cpu_s: float, wall_factor: float, clock: Callable[[], float], wall_s: float = math.inf
    ) -> None:
        self.cpu_s, self.wall_s = cpu_s, min(cpu_s * wall_factor, wall_s)
        self.clock = clock
        self.cpu_start, self.wall_start = clock(), time.monotonic()
        self.due_s = self.wall_start + _LOOK_S

    def used_s(self) -> float:
        return self.clock() - self.cpu_start

    def exceeded(self) -> FaultKind | None:
        if self.used_s() > self.cpu_s:
            return FaultKind.TIME_LIMIT
        if time.monotonic() - self.wall_start > self.wall_s:
            return FaultKind.WALL_LIMIT
        return None

    def is_due(self) -> bool:
        """Whether to ask again: it takes system calls, and between two answers next to no time has passed."""
        now_s = time.monotonic()
        if now_s < self.due_s:
            return False
        self.due_s = now_s + _LOOK_S
        return True


Reply = bytes | bytearray | Fault
"""A frame that came back for a case, not read yet; or why the case could not be sent."""


class Fork(Protocol):
    """A process that runs a submission, as the trusted side holds it."""

    def send(self, frame: bytes, budget: Budget) -> None:
        """Write a frame. Raises StoppedError."""

    def receive_frame(self, limit: int, budget: Budget) -> bytes | bytearray:
        """The next frame, with at most `limit` bytes of arrays.

        Raises StoppedError, and MalformedFrameError where it is none.
        """

    def cpu_s(self) -> float:
        """CPU time used so far."""

    def stop(self, kind: FaultKind) -> StoppedError:
        """End it, and say why it is to be taken as stopped."""

    def close(self) -> None:
        """End it, whatever it does."""


class Conversation:
    """Runs one job; `start_fork` gives a fresh process each time."""

    def __init__(self, job: Job, start_fork: Callable[[], Fork]) -> None:
        self.job, self.start_fork = job, start_fork
        self.limits = job.limits
        self.result_bytes = job.limits.result_mb << 20
        self.cells: dict[int, CellRun] = {}
        self.skip: set[int] = set()
        """Cells that stopped a fork."""
        self.answers: dict[str, Any] = {}
        self.answers_fault: Fault | None = None
        self.answers_asked = False
        self.questions: list[QuestionRun] = []
        self.retried: set[tuple[str, int]] = set()
        self.spent_s = 0.0
        self.spent_again_s = 0.0
        """CPU time of cells run again because a fork had stopped: a crash must not cost it twice."""
        self.until_s = time.monotonic() + 2 * self.limits.submission_cpu_s * self.limits.wall_factor
        """When the whole submission ends, though each cell sleeps a little; twice, as cells run again."""
        self.held_bytes = 0
        """Of results kept so far, parsed text counting as the many objects that it becomes."""
        self.printed_left = _PRINTED_FACTOR * (self.limits.output_kb << 10)

    @cached_property
    def sources(self) -> dict[str, int]:
        """Where faults can be; most submissions have none."""
        return sources_of(self.job)

    def run(self) -> JobResult:
        while not self.finished():
            if max(self.spent_s, self.spent_again_s) >= self.limits.submission_cpu_s:
                self.give_up(Fault(kind=FaultKind.TIME_LIMIT))
                break
            if time.monotonic() >= self.until_s:
                self.give_up(Fault(kind=FaultKind.WALL_LIMIT))
                break
            fork = self.start_fork()
            try:
                if self.run_cells(fork) and self.fetch_answers(fork):
                    while not self.finished() and self.run_question(fork):
                        pass
            finally:
                fork.close()
        return JobResult(
            cells=tuple(self.cells[index] for index in range(len(self.job.cells))),
            questions=tuple(self.questions),
            answers=self.answers,
            answers_fault=self.answers_fault,
        )

    def finished(self) -> bool:
        asked = len(self.cells) == len(self.job.cells) and self.answers_asked
        return asked and len(self.questions) == len(self.job.questions)

    def give_up(self, fault: Fault) -> None:
        """Nothing more can be run, as when the submission's CPU time is spent."""
        for index, cell in enumerate(self.job.cells):
            self.cells.setdefault(index, CellRun(label=cell.label, fault=fault))
        if not self.answers_asked:
            self.answers_asked, self.answers_fault = True, fault
        for question in self.job.questions[len(self.questions) :]:
            self.questions.append(_all_cases(question, fault))

    def run_cells(self, fork: Fork) -> bool:
        """Run the cells that did not stop an earlier fork; False if one of them stopped this one."""
        indices = [index for index in range(len(self.job.cells)) if index not in self.skip]
        slowest = (question.question_cpu_s or 0 for question in self.job.questions)
        cpu_s = max(self.limits.question_cpu_s, *slowest, 0)
        budget = self.budget(fork, cpu_s)
        try:
            fork.send(self.start_frame(), budget)
        except wire.TooLargeError as error:
            self.give_up(Fault(kind=FaultKind.NO_RESULT, message=f"the submission: {error}"))
            return False
        except StoppedError as stopped:
            return self.cell_stopped(indices[0], stopped) if indices else True
        for index in indices:
            budget = self.budget(fork, cpu_s)
            try:
                message, _ = self.receive(fork, budget)
                if message.get("cell") != index:
                    raise fork.stop(FaultKind.NO_RESULT)
                fault, printed = self.said(fork, message)
                fault = fault and with_cause(fault, self.job)
            except StoppedError as stopped:
                self.charge(index in self.cells, budget)
                return self.cell_stopped(index, stopped)
            self.charge(index in self.cells, budget)
            # the first run counts: a later fork may have seen, by the clock, what came of hidden inputs
            label = self.job.cells[index].label
            self.cells.setdefault(index, CellRun(label=label, fault=fault, printed=printed))
        return True

    def cell_stopped(self, index: int, stopped: StoppedError) -> bool:
        if not self.is_retry("cell", index, stopped):
            label = self.job.cells[index].label
            self.cells[index] = CellRun(label=label, fault=stopped.fault.model_copy(update={"label": label}))
            self.skip.add(index)
        return False

    def fetch_answers(self, fork: Fork) -> bool:
        """Receive the variable `answers`, once; False if that stopped the fork."""
        if self.answers_asked:
            return True
        self.answers_asked = True
        budget = self.budget(fork, self.limits.question_cpu_s)
        try:
            message, answers = self.receive(fork, budget)
            if message.get("answers") is not True:
                raise fork.stop(FaultKind.NO_RESULT)
            self.answers_fault, _ = self.said(fork, message)
            if self.answers_fault is None:
                if not isinstance(answers, dict):
                    raise fork.stop(FaultKind.NO_RESULT)
                self.answers = {str(name): value for name, value in answers.items()}
        except StoppedError as stopped:
            self.answers_fault = stopped.fault
            return False
        finally:
            self.charge(False, budget)
        return True

    def run_question(self, fork: Fork) -> bool:
        """Run the next question, case by case; False if it stopped the fork.

        Replies are kept as they come, and read when all are there: between two cases nothing else is done.
        """
        index = len(self.questions)
        question = self.job.questions[index]
        budget = self.budget(fork, question.question_cpu_s or self.limits.question_cpu_s)
        replies: list[Reply] = []
        runs: list[CaseRun] = []
        stopped: StoppedError | None = None
        held_before = self.held_bytes
        cpu_ms = 0.0
        try:
            for case in question.cases:
                replies.append(self.ask(fork, case, None if replies else question.given, budget))
                if self.held_bytes > _HELD_FACTOR * self.result_bytes:
                    self.held_bytes = held_before  # none of it is kept
                    self.questions.append(_all_cases(question, Fault(kind=FaultKind.OUTPUT_LIMIT)))
                    return True
        except StoppedError as error:
            if self.is_retry("question", index, error):
                return False
            stopped = error
        finally:
            cpu_ms = 1000 * self.charge(False, budget)
        digest = _digest(replies) if stopped is None else None
        if digest in question.known:
            self.questions.append(QuestionRun(id=question.id, digest=digest, cpu_ms=cpu_ms))
            return True
        try:
            for case, reply in zip(question.cases, replies, strict=False):
                runs.append(self.case_run(fork, case, reply))
        except StoppedError as error:
            stopped = error
        if stopped is not None:
            runs += [CaseRun(fault=stopped.fault)] * (len(question.cases) - len(runs))
        if any(run.fault or run.printed for run in runs):  # these say more than the replies do
            digest = None
        self.questions.append(QuestionRun(id=question.id, cases=tuple(runs), digest=digest, cpu_ms=cpu_ms))
        return stopped is None

    def ask(self, fork: Fork, case: CaseJob, given: str | None, budget: Budget) -> Reply:
        """Send one case and wait for its reply."""
        try:
            frame = case.frame(given, _INPUTS_LIMIT)
        except wire.TooLargeError as error:
            return Fault(kind=FaultKind.NO_RESULT, message=f"the case's inputs: {error}")
        fork.send(frame, budget)
        return self.receive_frame(fork, budget)

    def case_run(self, fork: Fork, case: CaseJob, reply: Reply) -> CaseRun:
        """What a reply says."""
        if isinstance(reply, Fault):
            return CaseRun(fault=reply)
        message, outputs = self.read_frame(fork, reply)
        if message.get("case") is not True:
            raise fork.stop(FaultKind.NO_RESULT)
        fault, printed = self.said(fork, message, case)
        found, expected = outputs.keys() if isinstance(outputs, dict) else None, case.returned
        if fault is not None:
            before = outputs if found and found < expected else None
            return CaseRun(outputs=before, fault=fault, printed=printed)
        if found != expected:
            raise fork.stop(FaultKind.NO_RESULT)
        return CaseRun(outputs=outputs, printed=printed)

    def receive(self, fork: Fork, budget: Budget) -> tuple[dict[str, Any], Any]:
        """Receive one frame and read it."""
        return self.read_frame(fork, self.receive_frame(fork, budget))

    def receive_frame(self, fork: Fork, budget: Budget) -> bytes | bytearray:
        try:
            frame = fork.receive_frame(self.result_bytes, budget)
        except wire.MalformedFrameError as error:
            raise fork.stop(FaultKind.NO_RESULT) from error
        head, body = wire.lengths(frame, self.result_bytes)
        self.held_bytes += body + _PARSED_FACTOR * head
        return frame

    def read_frame(self, fork: Fork, frame: bytes | bytearray) -> tuple[dict[str, Any], Any]:
        try:
            message, value = wire.unpack(*wire.parts(frame), lambda name: Unreadable(type_name=name))
        except wire.MalformedFrameError as error:
            raise fork.stop(FaultKind.NO_RESULT) from error
        if not isinstance(message, dict):
            raise fork.stop(FaultKind.NO_RESULT)
        return message, value

    def said(
        self, fork: Fork, message: dict[str, Any], case: CaseJob | None = None
    ) -> tuple[Fault | None, str]:
        """Fault and printed text of a message."""
        told, printed = message.get("fault"), message.get("printed", "")
        try:
            fault = None if told is None else read_fault(told, self.sources, case)
        except ValueError as error:
            raise fork.stop(FaultKind.NO_RESULT) from error
        if not isinstance(printed, str):
            raise fork.stop(FaultKind.NO_RESULT)
        printed = wire.clean_text(printed[: min(self.limits.output_kb << 10, self.printed_left)])
        self.printed_left -= len(printed)
        return fault, printed

    def start_frame(self) -> bytes:
        return wire.pack(
            {
                "cells": [(cell.label, cell.source) for cell in self.job.cells],
                "modules": self.job.modules,
                "skip": sorted(self.skip),
                "answers": not self.answers_asked,
                "output_bytes": self.limits.output_kb << 10,
                "result_bytes": self.result_bytes,
            }
        )

    def budget(self, fork: Fork, cpu_s: float) -> Budget:
        left_s = self.limits.submission_cpu_s - self.spent_s
        wall_s = self.until_s - time.monotonic()
        return Budget(min(cpu_s, left_s), self.limits.wall_factor, fork.cpu_s, wall_s)

    def charge(self, again: bool, budget: Budget) -> float:
        """Count the CPU time of a step, which is returned."""
        used_s = budget.used_s()
        if again:
            self.spent_again_s += used_s
        else:
            self.spent_s += used_s
        return used_s

    def is_retry(self, what: str, index: int, stopped: StoppedError) -> bool:
        """Whether what the machine may be to blame for is to be tried once more, in a fork of its own."""
        if not stopped.perhaps_machine or (what, index) in self.retried:
            return False
        self.retried.add((what, index))
        return True


def _digest(replies: Sequence[Reply]) -> bytes | None:
    """What tells a question's replies from all others; None where a case was not sent."""
    digest = hashlib.sha256()
    for reply in replies:
        if isinstance(reply, Fault):
            return None
        digest.update(reply)  # a frame tells its own length: no two sequences of them are one
    return digest.digest()


def _all_cases(question: QuestionJob, fault: Fault) -> QuestionRun:
    return QuestionRun(id=question.id, cases=tuple(CaseRun(fault=fault) for _ in question.cases))
