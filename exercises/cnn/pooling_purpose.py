"""What pooling is for, and what it does not do."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="cnn.max_pool cnn.avg_pool",
    difficulty=1,
    points=4,
    right="smaller_maps fewer_parameters_later small_shifts wider_fields",
    wrong="learnt_weights merges_channels more_detail gradient_to_all exact_position",
)
