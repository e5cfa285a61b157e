"""One student's paper: the variant of every question, sealed."""

from collections.abc import Container, Iterable, Mapping
from functools import cached_property

from exercises.kit.base import Frozen
from exercises.kit.code_cases import SealedCase, SealedCode
from exercises.kit.exercise import DeclarationError, DrawingError, Exercise, Sealed
from exercises.kit.seeds import Seeds
from grader.assessments.model import Assessment, Question
from grader.batch.bundle import content_hash, source_hash
from grader.judging.result import QuestionResult
from grader.sandbox.job import CaseJob, Limits, QuestionJob


class PaperQuestion(Frozen):
    """A question with its exercise and the variant that this student has."""

    question: Question
    exercise: Exercise
    sealed: Sealed

    @property
    def cases(self) -> tuple[SealedCase, ...]:
        """The cases to run; none where the answer is no code."""
        return self.sealed.cases if isinstance(self.sealed, SealedCode) else ()

    @cached_property
    def job(self) -> QuestionJob:
        """What the sandbox is told; the same for all who have this variant."""
        return question_job(self.question.id, self.exercise, self.cases, known=self.judged)

    @cached_property
    def judged(self) -> dict[bytes, QuestionResult]:
        """What replies of the same bytes came to: of a class with one variant, most have a few in common."""
        return {}


class Paper(Frozen):
    """All questions, and the hash of everything that answers to them are compared with."""

    questions: tuple[PaperQuestion, ...]
    bundle: str


def draw_paper(
    assessment: Assessment, exercises: Mapping[str, Exercise], seeds: Mapping[str, Seeds]
) -> Paper:
    """Seal every question.

    Parameters
    ----------
    seeds : dict
        By question id.

    Raises
    ------
    DrawingError
        Where an exercise finds no variant.
    """
    questions = tuple(
        PaperQuestion(
            question=question,
            exercise=exercises[question.exercise],
            sealed=_sealed(exercises[question.exercise], seeds[question.id]),
        )
        for question in assessment.questions
    )
    bundle = content_hash(source_hash(), assessment.questions, [q.sealed for q in questions])
    return Paper(questions=questions, bundle=bundle)


def _sealed(exercise: Exercise, seeds: Seeds) -> Sealed:
    """The exercise's variant. A fault in its own code, a bank's perhaps, is told with its name."""
    try:
        return exercise.seal(seeds)
    except (DeclarationError, DrawingError):
        raise
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
        raise DeclarationError(
            f"{exercise.id} cannot be drawn: {told}. See: kaodian audit {exercise.id}"
        ) from error


def question_job(
    question_id: str, exercise: Exercise, cases: tuple[SealedCase, ...], known: Container[bytes] = ()
) -> QuestionJob:
    """What the sandbox is told of a question: programs and inputs, never anything expected."""
    return QuestionJob(
        id=question_id,
        given=getattr(exercise, "given_source", ""),
        question_cpu_s=getattr(exercise, "cpu_s", None),
        cases=tuple(CaseJob(program=c.program, inputs=c.sent, seed=c.seed) for c in cases),
        known=known,
    )


def limits_for(limits: Limits, questions: Iterable[QuestionJob]) -> Limits:
    """The limits of a submission: the time that questions have of their own (training) is added."""
    own_s = sum(question.question_cpu_s or 0 for question in questions)
    return (
        limits.model_copy(update={"submission_cpu_s": limits.submission_cpu_s + own_s}) if own_s else limits
    )
