"""Which kernels blur more than a given one."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="cnn.smoothing",
    difficulty=1,
    points=4,
    right="mean_3 nearly_flat mean_5",
    wrong="identity peaked high_centre sharpening edge",
)
