"""Mini-batch gradient descent: batches in an order that is handed in, the last one smaller."""

import numpy as np

from exercises.kit import Case, Code
from exercises.optimisation.gradient_descent import least_squares
from reference_impl import optimisation

exercise = Code(
    syllabus="optimisation.mbgd optimisation.batch_size",
    difficulty=2,
    calls=[
        "least_squares() -> gradient",
        "minibatch_gradient_descent(gradient, w, X, y, learning_rate, orders, batch_size) -> w_new",
    ],
    reference=optimisation,
    opaque="gradient",
    points={"full": 3, "rest": 3},
    checks={"full": "w_new", "rest": "w_new"},
)
exercise.given(least_squares)


def case(rng, batches, rest):
    """batches full batches of 2 or 3 samples, and rest samples more."""
    batch_size = int(rng.choice([2, 3])) + (rest > 0)
    N, D = batches * batch_size + min(rest, batch_size - 1), int(rng.choice([2, 3, 4]))
    X = rng.normal(size=(N, D)).round(2)
    return Case(
        w=rng.normal(size=D).round(2),
        X=X,
        y=(X @ rng.normal(scale=2, size=D) + 2 * rng.normal(size=N)).round(2),
        learning_rate=rng.choice([0.05, 0.1]),
        orders=np.array([rng.permutation(N) for _ in range(rng.integers(2, 4))]),
        batch_size=batch_size,
    )


@exercise.cases("full", hidden=4, public=1)
def full_batches(rng):
    """The batch size divides N: catches an empty batch at the end, and orders that are ignored."""
    return case(rng, batches=int(rng.integers(2, 4)), rest=0)


@exercise.cases("rest", hidden=4, public=1)
def a_smaller_last_batch(rng):
    """Catches the rest dropped, filled up, or divided by the full batch size."""
    return case(rng, batches=int(rng.integers(2, 4)), rest=int(rng.integers(1, 3)))


STEP = "learning_rate * gradient(w, X[batch], y[batch])"
exercise.edits(
    ascends=("w - learning_rate", "w + learning_rate"),
    last_batch_dropped=("range(0, len(X), batch_size)", "range(0, len(X) - batch_size + 1, batch_size)"),
    last_batch_divided_by_the_full_size=(STEP, STEP.replace("*", "* len(batch) / batch_size *", 1)),
    last_batch_filled_up=(
        "order[start : start + batch_size]",
        "np.take(order, np.arange(start, start + batch_size), mode='wrap')",
    ),
    sum_not_mean=(STEP, STEP.replace("*", "* len(batch) *", 1)),
    order_ignored=(
        "order[start : start + batch_size]",
        "np.arange(len(X))[start : start + batch_size]",
    ),
    first_order_again=("in _checked_orders(orders, len(X)):", "in [orders[0]] * len(orders):"),
    labels_not_in_order=(STEP, STEP.replace("y[batch]", "y[start : start + batch_size]")),
    batches_overlap=("range(0, len(X), batch_size)", "range(0, len(X) - batch_size + 1)"),
    first_batch_only=("range(0, len(X), batch_size)", "range(1)"),
)


@exercise.misconception
def old_parameters_throughout_an_epoch(gradient, w, X, y, learning_rate, orders, batch_size):
    for order in orders:
        batches = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
        w = w - learning_rate * sum(gradient(w, X[batch], y[batch]) for batch in batches)
    return w
