"""An assessment's workbooks: each student's questions, with the numbers that grading will draw for him."""

from collections.abc import Mapping

from exercises.kit.exercise import Exercise
from exercises.kit.seeds import Seeds
from grader.assessments.model import Assessment
from grader.assessments.randomness import seeds_for
from grader.workbooks.item import Item


def items_of(
    assessment: Assessment, exercises: Mapping[str, Exercise], secret: bytes | None, student: str
) -> list[Item]:
    """The questions of a student's workbook.

    Parameters
    ----------
    exercises : dict
        By id, those that the assessment asks.
    secret : bytes or None
        None where all students have the same variants: what they see follows from the public seed.
    student : str
        Whose variants; of no effect where all have the same.

    Raises
    ------
    DrawingError
        Where an exercise finds no variant.
    """
    return [
        Item(
            question=question.id,
            exercise=exercises[question.exercise],
            sealed=exercises[question.exercise].seal(_seeds(assessment, secret, question.id, student)),
            points=question.points,
        )
        for question in assessment.questions
    ]


def number_of(assessment: Assessment) -> int | None:
    """The seed by which `kaodian check` draws the same variants; None where it cannot.

    It draws by exercise, so that questions with ids of their own are not drawn alike.
    """
    by_exercise = all(question.id == question.exercise for question in assessment.questions)
    return assessment.seed if assessment.variants == "fixed" and by_exercise else None


def _seeds(assessment: Assessment, secret: bytes | None, question: str, student: str) -> Seeds:
    if secret is None:
        return Seeds.from_number(assessment.seed, question)
    return seeds_for(assessment, secret, question, student)
