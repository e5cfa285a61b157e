"""Overfitting and generalisation: what regularisation is for."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="regularisation.why regularisation.l1 regularisation.l2",
    difficulty=1,
    points=4,
    right="gap_is_overfitting training_error_may_rise more_data_helps l1_makes_zeros",
    wrong="high_training_error_is_overfitting larger_model_generalises stronger_is_better "
    "chosen_on_the_test_set l2_makes_zeros",
)
