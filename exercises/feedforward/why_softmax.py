"""Why the output layer for several classes is a softmax, and why its loss is cross entropy."""

from exercises.kit import Written

exercise = Written(
    syllabus="feedforward.softmax losses.softmax_loss",
    difficulty=2,
    rubric={"distribution": 2, "exponential": 1, "sigmoid": 2, "gradient": 2},
    longest=1500,
)
