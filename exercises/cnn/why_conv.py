"""Why images go through convolution and not through fully connected layers, in a few sentences."""

from exercises.kit import Written

exercise = Written(
    rubric={"local": 2, "shared": 2, "parameters": 2, "shift": 1},
    syllabus="cnn.conv cnn.receptive_field",
    difficulty=2,
    longest=1200,
)
