"""Ranges, slopes and saturation of sigmoid, tanh and ReLU."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="feedforward.sigmoid feedforward.tanh feedforward.relu",
    difficulty=1,
    points=4,
    right="sigmoid_range sigmoid_slope tanh_centre relu_slope",
    wrong="sigmoid_to_minus_one sigmoid_slope_far_out tanh_without_saturation relu_bounded relu_dead_side",
)
