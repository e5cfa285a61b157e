"""Batch gradient descent: every step uses the gradient of all samples."""

from exercises.kit import Case, Code
from reference_impl import optimisation

exercise = Code(
    syllabus="optimisation.bgd optimisation.update",
    difficulty=1,
    calls=[
        "least_squares() -> gradient",
        "batch_gradient_descent(gradient, w, X, y, learning_rate, epochs) -> w_new",  # X (N, D)
    ],
    reference=optimisation,
    opaque="gradient",
    points={"step": 2, "descent": 4},
    checks={"step": "w_new", "descent": "w_new"},
)


@exercise.given
def least_squares():
    """The gradient of the mean squared error of a linear model."""

    def gradient(w, X, y):
        return 2 * X.T @ (X @ w - y) / len(X)

    return gradient


def case(rng, epochs):
    """A steep start, so that each step shows."""
    N, D = rng.choice([2, 3, 4, 5, 6], size=2, replace=False)
    X = rng.normal(size=(N, D)).round(2)
    y = (X @ rng.normal(scale=2, size=D) + 1).round(2)
    return Case(w=rng.normal(size=D).round(2), X=X, y=y, learning_rate=rng.choice([0.05, 0.1]), epochs=epochs)


@exercise.cases("step", hidden=3, public=1)
def one_epoch(rng):
    """A single update: its sign, its learning rate, the mean over the samples."""
    return case(rng, epochs=1)


@exercise.cases("descent", hidden=4, public=1)
def several_epochs(rng):
    """The gradient changes with w: catches one that is computed once."""
    return case(rng, epochs=int(rng.integers(3, 7)))


STEP = "w = w - learning_rate * gradient(w, X, y)"
exercise.edits(
    ascends=(STEP, "w = w + learning_rate * gradient(w, X, y)"),
    sum_not_mean=(STEP, "w = w - learning_rate * len(X) * gradient(w, X, y)"),
    mean_taken_twice=(STEP, "w = w - learning_rate / len(X) * gradient(w, X, y)"),
    learning_rate_ignored=(STEP, "w = w - gradient(w, X, y)"),
    one_step_only=("in range(epochs)", "in range(1)"),
    one_step_too_many=("in range(epochs)", "in range(epochs + 1)"),
    step_without_the_start=(STEP, "w = -learning_rate * gradient(w, X, y)"),
)


@exercise.misconception
def gradient_computed_once(gradient, w, X, y, learning_rate, epochs):
    return w - learning_rate * epochs * gradient(w, X, y)


@exercise.misconception
def sample_by_sample(gradient, w, X, y, learning_rate, epochs):
    for _ in range(epochs):
        for i in range(len(X)):
            w = w - learning_rate * gradient(w, X[[i]], y[[i]])
    return w
