"""Gradient descent on a quadratic, derived: gradient, steepest direction, first-order and exact change."""

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="optimisation.direction optimisation.update",
    difficulty=2,
    symbols={"w": "(D,)", "A": "(D, D)", "b": "(D,)", "d": "(D,)", "eta": "()"},
    steps={
        "g": (2, "A @ w - b"),
        "change": (1, "g @ d"),
        "u": (2, "-g/sqrt(g @ g)"),
        "rate": (1, "-sqrt(g @ g)"),
        "w_new": (1, "w - eta*g"),
        "first_order": (1, "-eta*(g @ g)"),
        "exact": (2, "-eta*(g @ g) + eta^2*(g @ A @ g)/2"),
    },
)


@exercise.point
def consistent(rng):
    """A is symmetric."""
    root = rng.normal(size=(3, 3))
    A = root + root.T
    return dict(
        w=rng.normal(size=3), A=A, b=rng.normal(size=3), d=rng.normal(size=3), eta=rng.uniform(0.1, 1)
    )


exercise.misconception(
    of="g", half_kept="A @ w/2 - b", linear_part_forgotten="A @ w", sign_of_the_linear_part="A @ w + b"
)
exercise.misconception(of="change", sign_of_the_change="-(g @ d)", cosine_forgotten="sqrt(g @ g)*sqrt(d @ d)")
exercise.misconception(
    of="u",
    uphill="g/sqrt(g @ g)",
    not_a_unit_vector="-g",
    divided_by_the_square="-g/(g @ g)",
    learning_rate_in_it="-eta*g",
)
exercise.misconception(of="rate", square_of_the_length="-(g @ g)", rises="sqrt(g @ g)")
exercise.misconception(
    of="w_new", gradient_added="w + eta*g", unit_step="w - eta*g/sqrt(g @ g)", step_alone="-eta*g"
)
exercise.misconception(
    of="first_order", length_not_its_square="-eta*sqrt(g @ g)", sign_of_the_first_order="eta*(g @ g)"
)
exercise.misconception(
    of="exact",
    half_forgotten="-eta*(g @ g) + eta^2*(g @ A @ g)",
    second_order_forgotten="-eta*(g @ g)",
    sign_of_the_second_order="-eta*(g @ g) - eta^2*(g @ A @ g)/2",
    learning_rate_not_squared="-eta*(g @ g) + eta*(g @ A @ g)/2",
)
