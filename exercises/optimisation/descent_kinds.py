"""Batch, stochastic and mini-batch gradient descent compared."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="optimisation.bgd optimisation.sgd optimisation.mbgd",
    difficulty=1,
    points=4,
    right="bgd_one_update sgd_noisy mbgd_both_ends equal_computation",
    wrong="sgd_unused_samples bgd_faster_epochs mbgd_biased sgd_always_falls bgd_global_minimum",
)
