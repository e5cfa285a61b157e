"""The full loss and its gradient: mean data loss, L1 and L2 regularisation, one update."""

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="losses.full regularisation.l1 regularisation.l2 optimisation.update",
    difficulty=2,
    symbols={"l": "(N,)", "G": "(D, C)", "W": "(D, C)", "N": "()", "a": "()", "b": "()", "eta": "()"},
    steps={
        "R": (2, "a*sum(abs(W)) + b*sum(W^2)"),
        "dR": (2, "a*sign(W) + 2*b*W"),
        "L": (2, "sum(l)/N + R"),
        "dW": (2, "G/N + dR"),
        "W_new": (1, "W - eta*dW"),
    },
)


@exercise.point
def consistent(rng):
    """No strength is small, and no weight is 0."""
    n, d, c = 5, 3, 4
    a, b, eta = rng.uniform(0.1, 0.9, size=3)
    W = rng.choice([-1, 1], size=(d, c)) * rng.uniform(0.2, 1.5, size=(d, c))
    return dict(l=rng.uniform(0.2, 3, size=n), G=rng.normal(size=(d, c)), W=W, N=float(n), a=a, b=b, eta=eta)


exercise.misconception(
    of="R",
    root_of_the_squares="a*sum(abs(W)) + b*sqrt(sum(W^2))",
    absolute_values_forgotten="a*sum(W) + b*sum(W^2)",
    half_in_front="a*sum(abs(W)) + b*sum(W^2)/2",
    strengths_exchanged="b*sum(abs(W)) + a*sum(W^2)",
    square_of_the_sum="a*sum(abs(W)) + b*sum(W)^2",
)
exercise.misconception(
    of="dR",
    gradient_without_2="a*sign(W) + b*W",
    magnitude_for_sign="a*abs(W) + 2*b*W",
    weight_for_sign="a*W + 2*b*W",
    sign_lost="a + 2*b*W",
    squares_kept="a*sign(W) + 2*b*W^2",
)
exercise.misconception(
    of="dR", same_as="strengths_exchanged", gradient_with_strengths_exchanged="b*sign(W) + 2*a*W"
)
exercise.misconception(
    of="L", sum_not_mean="sum(l) + R", penalty_divided_too="(sum(l) + R)/N", no_penalty="sum(l)/N"
)
exercise.misconception(of="dW", same_as="sum_not_mean", gradient_not_averaged="G + dR")
exercise.misconception(of="dW", same_as="penalty_divided_too", penalty_gradient_divided="(G + dR)/N")
exercise.misconception(of="dW", same_as="no_penalty", data_gradient_only="G/N")
exercise.misconception(of="dW", penalty_itself="G/N + R")
exercise.misconception(of="W_new", uphill="W + eta*dW", rate_forgotten="W - dW", gradient_only="-eta*dW")
exercise.misconception(of="W_new", same_as="no_penalty", step_without_penalty="W - eta*G/N")
