"""Why gradient descent goes against the gradient."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="optimisation.direction",
    difficulty=1,
    points=4,
    right="fastest_against negative_inner_product obtuse_angles_descend long_steps_may_rise",
    wrong="fastest_along only_this_direction points_to_the_minimum right_angles_descend always_falls",
)
