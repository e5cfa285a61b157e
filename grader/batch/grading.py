"""Grading one submission: run its cells and cases, judge every question, add up."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from exercises.kit.base import Value
from grader.batch.paper import Paper, PaperQuestion, limits_for
from grader.batch.result import Receipt, Status, SubmissionResult
from grader.judging.answers import Missing
from grader.judging.judge import MISSING, judge
from grader.judging.result import QuestionResult
from grader.judging.unknown import unknown_answers
from grader.sandbox.job import Job, JobResult, Limits, QuestionRun, Runner
from grader.submissions.model import Submission

_DIGITS, _DIGITS_OF_SUMS = 9, 6
"""Decimals of points: far below any that matter, so that 0.1 three times is 0.3."""
_MOST_JUDGED = 1000
"""Replies to one question that are remembered."""


def grade_submission(
    submission: Submission, paper: Paper, limits: Limits, runner: Runner, *, name: str = ""
) -> SubmissionResult:
    """Grade one student's submission; whatever is wrong with it is in the result.

    Raises
    ------
    SandboxUnavailableError
        Where nothing can be run safely any more.
    """
    if submission.problem is not None:
        return ungraded(submission, "problem", paper, runner, name=name)
    run = runner.run(job_of(submission, paper.questions, limits))
    results = judge_run(paper.questions, run)
    return SubmissionResult(
        student=submission.student,
        name=name,
        source_name=submission.source_name,
        sha256=submission.sha256,
        status="graded",
        notes=submission.notes,
        cells=run.cells,
        unknown_answers=unknown_answers(run.answers, {item.question.id for item in paper.questions}),
        answers_fault=run.answers_fault if any(not item.cases for item in paper.questions) else None,
        questions=results,
        score=round(sum(result.score for result in results), _DIGITS_OF_SUMS),
        max_score=_maximum(paper),
        receipt=receipt(paper, runner),
    )


def ungraded(
    submission: Submission, status: Status, paper: Paper, runner: Runner, *, name: str = ""
) -> SubmissionResult:
    """The row of a submission that cannot be graded, with the reason why."""
    return SubmissionResult(
        student=submission.student,
        name=name,
        source_name=submission.source_name,
        sha256=submission.sha256,
        status=status,
        problem=submission.problem,
        notes=submission.notes,
        score=0,
        max_score=_maximum(paper),
        receipt=receipt(paper, runner),
    )


def job_of(submission: Submission, questions: Sequence[PaperQuestion], limits: Limits) -> Job:
    """What the sandbox runs of a submission."""
    jobs = tuple(q.job for q in questions if q.cases)
    return Job(
        cells=submission.cells, modules=submission.modules, limits=limits_for(limits, jobs), questions=jobs
    )


def judge_run(questions: Sequence[PaperQuestion], run: JobResult) -> tuple[QuestionResult, ...]:
    """Judge every question, its points scaled to what the assessment gives for it."""
    runs = {question.id: question for question in run.questions}
    return tuple(
        _judged(item, runs.get(item.question.id), run.answers.get(item.question.id, MISSING))
        for item in questions
    )


def _judged(item: PaperQuestion, run: QuestionRun | None, answer: Value | Missing) -> QuestionResult:
    """Judge a question; replies of the same bytes are judged once."""
    digest = run.digest if run is not None else None
    if digest is not None and digest in item.judged:
        return item.judged[digest]
    result = judge(item.exercise, item.sealed, item.question.id, run=run, answer=answer)
    result = _scaled(result, item.question.points)
    if digest is not None:
        if len(item.judged) >= _MOST_JUDGED:
            item.judged.clear()
        item.judged[digest] = result
    return result


def receipt(paper: Paper, runner: Runner) -> Receipt:
    """What the scores were computed with."""
    isolation = getattr(runner, "isolation", None)
    return Receipt(
        bundle=paper.bundle,
        grader=grader_version(),
        isolation=tuple(str(layer) for layer in isolation.layers) if isolation is not None else (),
        python=platform.python_version(),
        numpy=np.__version__,
    )


def grader_version() -> str:
    """The installed version of kaodian."""
    try:
        return version("kaodian")
    except PackageNotFoundError:
        return "unknown"


def _maximum(paper: Paper) -> float:
    return round(sum(item.question.points for item in paper.questions), _DIGITS_OF_SUMS)


def _scaled(result: QuestionResult, points: float) -> QuestionResult:
    factor = points / result.max_score
    if factor == 1:
        return result
    parts = tuple(
        part.model_copy(
            update={
                "score": round(part.score * factor, _DIGITS),
                "max_score": round(part.max_score * factor, _DIGITS),
            }
        )
        for part in result.parts
    )
    # full marks are full marks, whatever a product of floats comes to
    score = points if result.score >= result.max_score else round(result.score * factor, _DIGITS)
    return result.model_copy(update={"score": score, "max_score": points, "parts": parts})
