"""The seeds of an assessment's variants, from its public seed and its secret."""

from exercises.kit.seeds import Seeds, derive_seed, public_key
from grader.assessments.model import Assessment
from grader.submissions.ids import student_key


def seeds_for(assessment: Assessment, secret: bytes, question: str, student: str) -> Seeds:
    """Return the seeds by which a student's variant of a question is drawn.

    Fixed variants: everything that a student may see comes from the public seed, so that a workbook made with
    that seed has the same parameters; hidden cases come from the secret, the same for all. Per-student
    variants: all comes from the secret and the student, in whatever spelling (`student_key`).
    """
    if assessment.variants == "fixed":
        key, owner = public_key(assessment.seed), ""
    else:
        key, owner = secret, student_key(student)
    return Seeds(
        parameters=derive_seed(key, "parameters", question, owner),
        public=derive_seed(key, "public", question, owner),
        hidden=derive_seed(secret, "hidden", question, owner),
        options=derive_seed(key, "options", question, owner),
    )
