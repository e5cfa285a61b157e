"""Judge an answer that is no code: numbers, formulas, letters, an order, a text."""

from exercises.kit.base import Value
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.derivation import Derivation, SealedDerivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.order import Order, SealedOrder
from exercises.kit.written import SealedWritten, Written
from grader.judging.answers import Missing
from grader.judging.choice import judge_choice
from grader.judging.derivation import judge_derivation
from grader.judging.numeric import judge_numeric
from grader.judging.order import judge_order
from grader.judging.result import Finding, FindingKind, QuestionResult, Verdict
from grader.judging.scoring import in_order
from grader.judging.unknown import unknown_answers
from grader.judging.written import judge_written


def judge_answer(
    exercise: Exercise, sealed: Sealed, answer: Value | Missing, question_id: str
) -> QuestionResult:
    """Judge an entry of `answers` against its question's variant.

    Raises
    ------
    TypeError
        Where exercise and variant are not of one kind, or are code.
    """
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        return _with_unknown_steps(judge_numeric(exercise, sealed, answer, question_id), answer)
    if isinstance(exercise, Derivation) and isinstance(sealed, SealedDerivation):
        return _with_unknown_steps(judge_derivation(exercise, sealed, answer, question_id), answer)
    if isinstance(exercise, Choice) and isinstance(sealed, SealedChoice):
        return judge_choice(exercise, sealed, answer, question_id)
    if isinstance(exercise, Order) and isinstance(sealed, SealedOrder):
        return judge_order(exercise, sealed, answer, question_id)
    if isinstance(exercise, Written) and isinstance(sealed, SealedWritten):
        return judge_written(exercise, sealed, answer, question_id)
    raise TypeError(f"{exercise.id} is a {exercise.kind} exercise, its variant a {type(sealed).__name__}")


def _with_unknown_steps(result: QuestionResult, answer: Value | Missing) -> QuestionResult:
    """Tell of entries under names that no step has, where a step is left without an answer."""
    unanswered = any(part.verdict is Verdict.NO_ANSWER for part in result.parts)
    if not unanswered or not isinstance(answer, dict):
        return result
    named = {str(name): value for name, value in answer.items()}
    told = [
        Finding(kind=FindingKind.UNKNOWN_STEP, name=one.id, expected=one.nearest)
        for one in unknown_answers(named, [part.name for part in result.parts]).shown
    ]
    return result.model_copy(update={"findings": in_order([*result.findings, *told])})
