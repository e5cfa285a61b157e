"""How neurons of a feedforward network are linked."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="feedforward.structure",
    difficulty=1,
    points=4,
    right="from_the_layer_before no_feedback no_links_within needs_activations",
    wrong="from_all_layers feedback links_within local_links own_matrix_for_each_sample",
)
