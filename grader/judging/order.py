"""Judge orders: credit for what stands in right order, and the first place where it does not."""

from itertools import combinations

from exercises.kit.base import Value
from exercises.kit.order import Order, SealedOrder
from grader.judging.answers import Missing, is_empty
from grader.judging.letters import read_order
from grader.judging.numbers import UnreadableAnswer
from grader.judging.recognise import told_names
from grader.judging.result import Finding, FindingKind, PartScore, QuestionResult, Verdict
from grader.judging.scoring import step_result, unanswered_result, unreadable_result


def judge_order(
    exercise: Order, sealed: SealedOrder, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Judge the letters of all items in the student's order."""
    (name, points), *_ = exercise.points.items()
    if isinstance(answer, dict) and len(answer) == 1:
        answer = next(iter(answer.values()))
    if is_empty(answer):
        return unanswered_result(exercise, question_id)
    try:
        found = tuple(sealed.shown[index] for index in read_order(answer, len(sealed.shown)))
    except UnreadableAnswer as error:
        return unreadable_result(exercise, question_id, error.text)
    share, wrong = exercise.share(found), exercise.first_wrong(found)
    verdict = Verdict.CORRECT if wrong is None else Verdict.PARTLY if share else Verdict.WRONG
    part = PartScore(name=name, score=points * share, max_score=points, verdict=verdict)
    told = told_names(exercise, (name for name in exercise.misconceptions if _shows(exercise, found, name)))
    findings = [Finding(kind=FindingKind.MISCONCEPTION, output=name, name=one) for one in told]
    if wrong is not None:
        findings.append(
            Finding(
                kind=FindingKind.FIRST_WRONG_PLACE,
                output=name,
                expected=str(wrong + 1),
                found=sealed.letter(found[wrong]),
            )
        )
    return step_result(exercise, question_id, [part], findings, told)


def _shows(exercise: Order, found: tuple[str, ...], misconception: str) -> bool:
    """Whether every two of the misconception's items stand in its order."""
    sequence = exercise.wrong_sequence(misconception)
    if not set(sequence) <= set(found):
        return False
    places = [found.index(item) for item in sequence]
    return all(earlier < later for earlier, later in combinations(places, 2))
