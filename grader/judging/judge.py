"""The one way into this room: judge an answer or a run of one question."""

from exercises.kit.base import Value
from exercises.kit.code import Code
from exercises.kit.code_cases import SealedCode
from exercises.kit.exercise import Exercise, Sealed
from grader.judging.answers import MISSING, Missing
from grader.judging.code import judge_code
from grader.judging.result import QuestionResult
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
    from grader.judging.judge_answer import judge_answer  # whose kinds a check of code does not need

    return judge_answer(exercise, sealed, answer, question_id)
