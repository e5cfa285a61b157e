"""Marks that a TA gives: points of written answers, and scores that override the grader's.

They are kept beside the results, in `marks.jsonl`, and hold for every later grading into the same folder.
"""

import csv
import io
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from exercises.kit.base import Frozen, Text
from grader.batch.near_ids import NearIds
from grader.batch.result import SubmissionResult
from grader.judging.result import Mark, PartScore, QuestionResult, Verdict
from grader.submissions.ids import student_key
from grader.submissions.problems import displayed, joined, sentence

COLUMNS: Final = ("student", "question", "points", "reason", "by")
_MOST_BYTES: Final = 10_000_000
_MOST_PROBLEMS: Final = 10


class GivenMark(Frozen):
    """One row: which student, which question, and the mark."""

    student: str
    question: str
    mark: Mark


class MarksError(Exception):
    """The marks cannot be taken; `problems` has one sentence a row."""

    def __init__(self, problems: Iterable[Text]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.en for problem in self.problems))


Marks = Mapping[tuple[str, str], Mark]
"""By student, in one spelling, and question; the last one given counts."""


def read_marks(path: Path, results: Mapping[str, SubmissionResult]) -> tuple[GivenMark, ...]:
    """Read a CSV of marks and hold each against the results that it is for.

    Parameters
    ----------
    path : Path
        With the columns student, question, points, reason, by, in any order.
    results : mapping of `student_key` to SubmissionResult

    Raises
    ------
    MarksError
        Naming every bad row; then none of the rows is taken.
    """
    near = NearIds(result.student for result in results.values())
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise MarksError(
            [
                sentence(
                    "{file}：第一行应有列名 {columns}，缺少 {missing}。",
                    "{file}: the first line names the columns {columns}; {missing} is missing.",
                    file=displayed(path.name),
                    columns=", ".join(COLUMNS),
                    missing=", ".join(missing),
                )
            ]
        )
    given, problems = [], []
    first_lines: dict[tuple[str, str], int] = {}
    for row in rows:
        cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
        if not cells["points"]:
            continue
        outcome = _mark(cells, results, near)
        if isinstance(outcome, GivenMark):
            first = first_lines.setdefault((outcome.student, outcome.question), rows.line_num)
            if first == rows.line_num:
                given.append(outcome)
                continue
            outcome = sentence(
                "{student} 的 {question} 在第 {first} 行已有分数。请只留一行。",
                "{question} of {student} has a mark in line {first} already. Keep one of the two.",
                student=displayed(outcome.student),
                question=displayed(outcome.question),
                first=first,
            )
        if isinstance(outcome, Text):
            where = sentence(
                "{file} 第 {line} 行：",
                "{file}, line {line}: ",
                file=displayed(path.name),
                line=rows.line_num,
            )
            problems.append(Text(zh=where.zh + outcome.zh, en=where.en + outcome.en))
    if problems:
        raise MarksError(problems[:_MOST_PROBLEMS])
    return tuple(given)


def load_marks(path: Path) -> Marks:
    """The marks kept in a results folder; none where there is no file."""
    marks: dict[tuple[str, str], Mark] = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                given = GivenMark.model_validate_json(line)
            except ValidationError:
                continue  # a line cut short by a kill: its command has not said that the mark was taken
            marks[student_key(given.student), given.question] = given.mark
    return marks


def keep_marks(path: Path, given: Iterable[GivenMark]) -> None:
    """Add marks to those kept; a later one for the same answer counts instead of an earlier one."""
    lines = "".join(one.model_dump_json() + "\n" for one in given)
    with path.open("a", encoding="utf-8") as file:
        file.write(lines)


def with_marks(result: SubmissionResult, marks: Marks) -> SubmissionResult:
    """The result with every mark of this student in the place of the grader's points."""
    key = student_key(result.student)
    if not any((key, question.question) in marks for question in result.questions):
        return result
    questions = tuple(
        _marked(question, marks[key, question.question]) if (key, question.question) in marks else question
        for question in result.questions
    )
    score = round(sum(question.score for question in questions), 6)
    return result.model_copy(update={"questions": questions, "score": score})


def idle_marks(marks: Marks, results: Iterable[SubmissionResult]) -> tuple[tuple[str, str], ...]:
    """Marks for students who are not in the class, or for questions that they are not asked any more."""
    asked = {(student_key(one.student), q.question) for one in results for q in one.questions}
    return tuple(place for place in marks if place not in asked)


def _marked(question: QuestionResult, mark: Mark) -> QuestionResult:
    points = min(mark.points, question.max_score)  # of a question that gives less by now
    # parts that waited are decided by the whole; those of the machine say why it gave what it gave
    parts: tuple[PartScore, ...] = tuple(p for p in question.parts if p.verdict is not Verdict.PENDING)
    if points >= question.max_score:
        verdict = Verdict.CORRECT
    else:
        verdict = Verdict.PARTLY if points > 0 else Verdict.WRONG
    return question.model_copy(update={"score": points, "verdict": verdict, "parts": parts, "mark": mark})


def _mark(
    cells: Mapping[str, str], results: Mapping[str, SubmissionResult], near: NearIds
) -> GivenMark | Text:
    spelt = cells["student"]
    # an id that a spreadsheet would take for a formula was written with a quote before it
    result = results.get(student_key(spelt)) or results.get(student_key(spelt.removeprefix("'")))
    if result is None:
        return _nobody(spelt, near)
    if not result.questions:
        problem = result.problem or Text(zh="没有评分。", en="It was not graded.")
        return joined(
            sentence(
                "{student} 没有可以记分的题目。",
                "{student} has no question that could be marked.",
                student=displayed(result.student),
            ),
            problem,
        )
    asked = (cells["question"], cells["question"].removeprefix("'"))  # guarded likewise
    question = next((one for one in result.questions if one.question in asked), None)
    if question is None:
        return sentence(
            "{student} 没有题目 {question}；有的是 {all}。",
            "{student} has no question {question}; there are {all}.",
            student=displayed(result.student),
            question=displayed(cells["question"]),
            all=", ".join(one.question for one in result.questions),
        )
    try:
        points = float(cells["points"])
    except ValueError:
        points = math.nan
    if not 0 <= points <= question.max_score:
        return sentence(
            "points 应是 0 到 {most} 的数，却是“{found}”。",
            "points should be a number from 0 to {most}, but is “{found}”.",
            most=f"{question.max_score:g}",
            found=displayed(cells["points"]),
        )
    if not cells["by"] or not (cells["reason"] or question.verdict is Verdict.PENDING or question.mark):
        return sentence(
            "by 应写明给分的人；改动自动评出的分数时，reason 还应写明理由。",
            "by should name who gives the mark; where it overrides a score, reason should say why.",
        )
    mark = Mark(
        points=points,
        reason=cells["reason"],
        by=cells["by"],
        out_of=question.max_score,
        sha256=result.sha256,
    )
    return GivenMark(student=result.student, question=question.question, mark=mark)


def _nobody(spelt: str, near: NearIds) -> Text:
    told = sentence(
        "没有学生 {student} 的结果。", "there is no result of student {student}.", student=displayed(spelt)
    )
    meant = near.of(spelt)
    if meant is None:
        return told
    facts = {"id": displayed(meant.id)}
    if meant.why == "zeros":
        hint = sentence(
            "有 {id}：表格软件会去掉开头的 0，请把这一列设为文本再填。",
            "There is {id}: a spreadsheet drops leading zeros. Format the column as text and enter it again.",
            **facts,
        )
    else:
        hint = sentence("是不是 {id}？", "Is it {id}?", **facts)
    return joined(told, hint)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MarksError(
            [
                Text(
                    zh=f"{path} 无法读取（{error.strerror}）。",
                    en=f"{path} cannot be read ({error.strerror}).",
                )
            ]
        ) from None
    if len(data) <= _MOST_BYTES:
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise MarksError(
        [
            sentence(
                "{file}：不是文本，或超过 {most} MB。请在 Excel 里另存为 CSV UTF-8。",
                "{file}: no text, or larger than {most} MB. In Excel, save it as CSV UTF-8.",
                file=displayed(path.name),
                most=_MOST_BYTES // 1_000_000,
            )
        ]
    )
