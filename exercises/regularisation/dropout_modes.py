"""What dropout does in training, and what at test time."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="regularisation.dropout regularisation.why",
    difficulty=1,
    points=4,
    right="new_mask_each_time all_units_at_test_time scaled_in_training_only no_gradient_where_dropped",
    wrong="mask_drawn_once dropped_at_test_time scaled_again_at_test_time "
    "weights_removed_for_good training_loss_falls_faster",
)
