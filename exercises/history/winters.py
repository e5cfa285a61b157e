"""What brought the two winters of neural networks."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="history.why",
    difficulty=1,
    points=4,
    right="not_separable no_training_method vanishing_gradients little_data_and_power",
    wrong="two_layers_cannot rule_diverges backpropagation_wrong too_much_data gpus_failed",
)
