"""Judge written answers: whether there is one; the points are a TA's to give."""

from exercises.kit.base import Text, Value
from exercises.kit.written import SealedWritten, Written
from grader.judging.answers import Missing, is_empty
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict
from grader.judging.scoring import step_result, unanswered_result, unreadable_result


def judge_written(
    exercise: Written, sealed: SealedWritten, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Say that a text is there and waits for a TA; an empty one earns nothing without anyone's reading.

    Of a text that is too long the beginning waits, as much as is allowed: the machine takes no points.
    """
    if isinstance(answer, dict) and len(answer) == 1:
        answer = next(iter(answer.values()))
    if is_empty(answer):
        return unanswered_result(exercise, question_id)
    if not isinstance(answer, str):
        text = Text(
            zh='应为一段文字，写成字符串，例如 """……"""。',
            en='Expected a text, written as a string, such as """...""".',
        )
        return unreadable_result(exercise, question_id, text)
    parts = [
        PartScore(name=criterion, score=0, max_score=points, verdict=Verdict.PENDING)
        for criterion, points in exercise.points.items()
    ]
    cut = len(answer) - exercise.longest
    if cut <= 0:
        return step_result(exercise, question_id, parts, [], []).model_copy(update={"written": answer})
    finding = Finding(kind=FindingKind.CUT, expected=f"{exercise.longest}", found=f"{len(answer)}")
    result = step_result(exercise, question_id, parts, [finding], [])
    return result.model_copy(update={"written": f"{answer[: exercise.longest]} … (+{cut})"})
