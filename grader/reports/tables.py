"""Results for other programs: scores.csv for spreadsheets, results.jsonl for scripts."""

import csv
import io
import math
from collections.abc import Mapping
from types import MappingProxyType

from exercises.kit.base import Language, Text
from grader.assessments.model import Assessment
from grader.batch.result import ClassResult, SubmissionResult
from grader.judging.result import Verdict
from grader.reports.labels import LOADED, STATUSES
from grader.reports.visible import on_one_line, visible

_PENDING = "pending"
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else, and names turn to noise
# A cell that begins so is a formula to a spreadsheet, in some languages in its full-width form too.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def scores_csv(result: ClassResult, assessment: Assessment, language: Language = "en") -> str:
    """Write one line a student: student, name, status, score, max_score, pending, remarks, question's scores.

    `pending` are points that a TA has still to give; a question that waits for them says so instead of 0.
    `remarks` say that code did not load, or that answers were not judged.

    The text begins with a byte order mark, so that written as UTF-8 Excel opens it.

    Parameters
    ----------
    result : ClassResult
    assessment : Assessment
        Its questions are the columns, also those that nobody answered.
    language : Language
        Of the statuses.
    """
    ids = [question.id for question in assessment.questions]
    text = io.StringIO()
    writer = csv.writer(text)
    head = ["student", "name", "status", "score", "max_score", "pending", "remarks"]
    writer.writerow([*head, *map(safe_cell, ids)])
    for one in result.results:
        scores = {
            q.question: _PENDING if q.verdict is Verdict.PENDING else _number(q.score) for q in one.questions
        }
        writer.writerow(
            [
                safe_cell(one.student),
                safe_cell(one.name),
                STATUSES[one.status].in_language(language),
                _number(one.score),
                _number(one.max_score),
                _number(one.pending),
                _remarks(one, language),
                *(scores.get(id_, "") for id_ in ids),
            ]
        )
    return _BYTE_ORDER_MARK + text.getvalue()


def pending_csv(
    result: ClassResult, filled_in: Mapping[tuple[str, str], tuple[str, str, str]] = MappingProxyType({})
) -> str:
    """Write one line an answer that waits for a TA, with an empty place for its points.

    Filled in, it is what `kaodian mark` reads. `filled_in` are points, reason and by that stand in it
    already, by student and question: they stay until they are entered.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["student", "question", "points", "reason", "by", "max_points", "answer"])
    for one in result.results:
        for question in one.questions:
            if question.verdict is Verdict.PENDING:
                most = _number(question.max_score)
                row = safe_cell(one.student), safe_cell(question.question)
                written = filled_in.get(row, ("", "", ""))
                writer.writerow([*row, *written, most, safe_text(question.written)])
    return _BYTE_ORDER_MARK + text.getvalue()


def result_line(result: SubmissionResult) -> str:
    """One line of JSON from which `SubmissionResult.model_validate_json` makes the same result again."""
    return result.model_dump_json()


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula, with controls made visible."""
    # asked of the text as it came: a tab at its start is visible afterwards, and still no reason to trust it
    harmless = on_one_line(text)
    return f"'{harmless}" if text.startswith(_FORMULA_STARTS) else harmless


def safe_text(text: str) -> str:
    """As `safe_cell`, for a text of several lines."""
    return f"'{visible(text)}" if text.startswith(_FORMULA_STARTS) else visible(text)


def _remarks(one: SubmissionResult, language: Language) -> str:
    remarks = [LOADED[one.loaded].in_language(language)]
    if one.unknown_answers.count:
        unknown = Text(
            zh=f"题号不存在的答案 {one.unknown_answers.count}",
            en=f"answers under unknown ids: {one.unknown_answers.count}",
        )
        remarks.append(unknown.in_language(language))
    return "; ".join(filter(None, remarks))


def _number(value: float) -> str:
    """Rounded far below any point that matters, so that sums of thirds look like what they are."""
    return f"{value:.10g}" if math.isfinite(value) else "?"
