"""What questions of every kind share: the verdict of the whole, and the order of remarks."""

from collections.abc import Iterable, Sequence

from exercises.kit.base import Text
from exercises.kit.exercise import Exercise
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict

_ORDER = {kind: place for place, kind in enumerate(FindingKind)}
_GOOD = {Verdict.CORRECT, Verdict.CARRIED}
_WRONG_STEP = {Verdict.WRONG, Verdict.PARTLY, Verdict.UNREADABLE}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Remarks as they are told: first what stops everything, last what follows from the others."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.kind]))


def overall(parts: Sequence[PartScore]) -> Verdict:
    """The verdict of a question: CORRECT only where every part is."""
    verdicts = {part.verdict for part in parts}
    if not verdicts:
        return Verdict.NO_RESULT
    if len(verdicts) == 1:
        return verdicts.pop()
    if Verdict.PENDING in verdicts and verdicts <= {*_GOOD, Verdict.PENDING}:
        return Verdict.PENDING
    if any(part.score > 0 for part in parts) or verdicts & _GOOD:
        return Verdict.PARTLY
    bad = verdicts - {Verdict.PENDING}
    return bad.pop() if len(bad) == 1 else Verdict.WRONG


def unanswered_result(exercise: Exercise, question_id: str) -> QuestionResult:
    """The result where nothing was answered at all."""
    points = exercise.points.items()
    parts = [PartScore(name=n, score=0, max_score=p, verdict=Verdict.NO_ANSWER) for n, p in points]
    return step_result(exercise, question_id, parts, [], [])


def unreadable_result(exercise: Exercise, question_id: str, text: Text) -> QuestionResult:
    """The result where the whole answer has no form that can be read."""
    points = exercise.points.items()
    parts = [PartScore(name=n, score=0, max_score=p, verdict=Verdict.UNREADABLE) for n, p in points]
    finding = Finding(kind=FindingKind.UNREADABLE, text=text)
    result = step_result(exercise, question_id, parts, [], [])
    return result.model_copy(update={"findings": (finding,), "first_wrong_step": None})


def step_result(
    exercise: Exercise,
    question_id: str,
    parts: Sequence[PartScore],
    findings: Iterable[Finding],
    misconceptions: Iterable[str],
) -> QuestionResult:
    """The result of a question answered step by step; names the first wrong one of several."""
    wrong = [part.name for part in parts if part.verdict in _WRONG_STEP]
    told = list(findings)
    if wrong and len(parts) > 1:
        told.append(Finding(kind=FindingKind.FIRST_WRONG_STEP, output=wrong[0]))
    return QuestionResult(
        question=question_id,
        exercise=exercise.id,
        kind=exercise.kind,
        score=min(sum(part.score for part in parts), exercise.max_score),
        max_score=exercise.max_score,
        verdict=overall(parts),
        parts=tuple(parts),
        findings=in_order(told),
        misconceptions=tuple(dict.fromkeys(misconceptions)),
        first_wrong_step=wrong[0] if wrong else None,
    )
