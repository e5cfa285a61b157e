"""Why deep learning succeeded around 2012 and not earlier, in words."""

from exercises.kit import Written

exercise = Written(
    syllabus="history.why",
    difficulty=2,
    rubric={"early": 2, "gradients": 2, "data": 1, "compute": 1, "overfitting": 1},
    longest=1200,
)
