"""When the gradients of an RNN vanish, and when they explode."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="rnn.vanishing",
    difficulty=2,
    points=4,
    right="product_of_factors small_norms_vanish saturation_shrinks clipping_for_explosion",
    wrong="sum_of_factors large_weights_always_explode far_steps_take_all_with_them "
    "clipping_for_vanishing larger_rate_brings_it_back",
)
