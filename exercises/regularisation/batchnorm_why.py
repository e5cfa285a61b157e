"""Why batch normalisation helps: saturation, and what it does in training and at test time."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="regularisation.batchnorm feedforward.sigmoid",
    difficulty=2,
    points=4,
    right="inputs_drift_into_saturation mean_0_variance_1 scale_and_shift_learnt running_statistics_at_test",
    wrong="gradient_largest_when_saturated outputs_between_0_and_1 statistics_of_one_sample "
    "batch_statistics_at_test works_for_any_batch",
)
