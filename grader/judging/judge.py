"""The one way into this room: judge an answer or a run of one question."""

from exercises.kit.base import Value
from exercises.kit.choice import Choice, SealedChoice
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode
from exercises.kit.derivation import Derivation, SealedDerivation
from exercises.kit.exercise import Exercise, Sealed
from exercises.kit.numeric import Numeric, SealedNumeric
from exercises.kit.order import Order, SealedOrder
from exercises.kit.written import SealedWritten, Written
from grader.judging.answers import MISSING, Missing
from grader.judging.choice import judge_choice
from grader.judging.code import judge_code
from grader.judging.derivation import judge_derivation
from grader.judging.numeric import judge_numeric
from grader.judging.order import judge_order
from grader.judging.result import QuestionResult
from grader.judging.written import judge_written
from grader.sandbox.job import QuestionRun


def judge(
    exercise: Exercise,
    sealed: Sealed,
    question_id: str,
    *,
    run: QuestionRun | None = None,
    answer: Value | Missing = MISSING,
) -> QuestionResult:
    """Judge one question against its variant.

    Parameters
    ----------
    exercise : Exercise
    sealed : Sealed
        The variant, of the exercise's kind.
    question_id : str
    run : QuestionRun or None
        Of a code question: what the sandbox returned for all of the variant's cases. For a run of the
        public cases alone call `judge_code` with them.
    answer : Value
        Of any other question: the student's entry in `answers`.

    Raises
    ------
    TypeError
        Where exercise and variant are not of one kind: no answer of a student leads to that.
    """
    if isinstance(exercise, Code) and isinstance(sealed, SealedCode):
        return judge_code(exercise, sealed.cases, run, question_id)
    if isinstance(exercise, Numeric) and isinstance(sealed, SealedNumeric):
        return judge_numeric(exercise, sealed, answer, question_id)
    if isinstance(exercise, Derivation) and isinstance(sealed, SealedDerivation):
        return judge_derivation(exercise, sealed, answer, question_id)
    if isinstance(exercise, Choice) and isinstance(sealed, SealedChoice):
        return judge_choice(exercise, sealed, answer, question_id)
    if isinstance(exercise, Order) and isinstance(sealed, SealedOrder):
        return judge_order(exercise, sealed, answer, question_id)
    if isinstance(exercise, Written) and isinstance(sealed, SealedWritten):
        return judge_written(exercise, sealed, answer, question_id)
    raise TypeError(f"{exercise.id} is a {exercise.kind} exercise, its variant a {type(sealed).__name__}")
