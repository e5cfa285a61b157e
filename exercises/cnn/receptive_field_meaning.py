"""What a receptive field is, what makes it larger, and what does not."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="cnn.receptive_field",
    difficulty=1,
    points=4,
    right="independent_of_outside two_small_kernels strides_reach_further later_layers_see_more",
    wrong=(
        "more_kernels_see_more padding_sees_more fields_never_overlap "
        "pooling_changes_nothing whole_image_at_once"
    ),
)
