"""Entering a TA's marks into a results folder: taken all or not at all, then every report written anew."""

from collections.abc import Iterator
from pathlib import Path

from exercises.kit.base import Frozen, Text
from exercises.kit.catalogue import MaxScores, load_exercise, needs_torch
from grader.assessments.loading import load_assessment
from grader.assessments.randomness import seeds_for
from grader.assessments.secret import load_secret
from grader.batch.marks import GivenMark, idle_marks, keep_marks, load_marks, read_marks, with_marks
from grader.batch.paper import draw_paper
from grader.batch.result import ClassResult, SubmissionResult
from grader.reports.attention import changed_marks
from grader.reports.results_folder import (
    MARKS,
    PAGES,
    ResultsFolderError,
    opened,
    page_name,
    read_run,
    refuse_another_secret,
    write_whole,
)
from grader.reports.run import write_class
from grader.reports.student_page import student_page
from grader.reports.tables import result_line
from grader.submissions.ids import student_key
from grader.submissions.problems import displayed, sentence


class Marked(Frozen):
    """What was entered, how many points still wait for a TA, and what else a TA should know of marks."""

    marks: tuple[GivenMark, ...]
    pending: float
    remarks: tuple[Text, ...]
    class_page: Path


def mark_class(output: Path, marks_file: Path) -> Marked:
    """Read marks, keep them in the results folder, and write its tables and pages anew.

    Raises
    ------
    MarksError
        Naming every row that cannot be taken; then nothing is changed.
    ResultsFolderError, AssessmentError, SecretError
    """
    run = read_run(output)
    with opened(output):
        assessment = load_assessment(Path(run.assessment), MaxScores(), needs_torch)
        secret = load_secret(assessment.secret_file)
        refuse_another_secret(output, run.assessment, secret, assessment.secret_file)
        assert secret is not None, "a folder without its secret was refused"
        whole = {student_key(result.student): result for result in _results(output)}
        given = read_marks(marks_file, whole)
        keep_marks(output / MARKS, given)
        marks = load_marks(output / MARKS)
        exercises = {name: load_exercise(name) for name in {q.exercise for q in assessment.questions}}
        for key in dict.fromkeys(student_key(one.student) for one in given):
            result = whole[key] = with_marks(whole[key], marks)
            seeds = {q.id: seeds_for(assessment, secret, q.id, result.student) for q in assessment.questions}
            paper = draw_paper(assessment, exercises, seeds)
            # drawn from other sources than it was graded with, a variant is another one: better none is shown
            same = paper.bundle == result.receipt.bundle
            sealed = {q.question.id: q.sealed for q in paper.questions} if same else {}
            page = student_page(result, exercises, sealed, run.title, run.language)
            write_whole(output / PAGES / page_name(result.student), page)
        shorts = tuple(result.in_short().shared() for result in whole.values())
        in_short = ClassResult(
            title=run.title,
            assessment=run.version,
            results=shorts,
            idle_marks=idle_marks(marks, shorts),
        )
        class_page = write_class(output, in_short, assessment, map(result_line, whole.values()))
    return Marked(
        marks=given,
        pending=sum(one.pending for one in shorts),
        remarks=tuple(changed_marks(shorts)),
        class_page=class_page,
    )


def _results(output: Path) -> Iterator[SubmissionResult]:
    path = output / "results.jsonl"
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield SubmissionResult.model_validate_json(line)
    except (OSError, ValueError):
        raise ResultsFolderError(
            sentence(
                "{folder} 里的 results.jsonl 不全或读不出来。请先再运行一次 kaodian grade。",
                "results.jsonl in {folder} is incomplete or cannot be read. Run kaodian grade again first.",
                folder=displayed(str(output)),
            )
        ) from None
