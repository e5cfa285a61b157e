"""Stochastic gradient descent: one sample a step, in an order that is handed in."""

import numpy as np

from exercises.kit import Case, Code
from exercises.optimisation.gradient_descent import least_squares
from reference_impl import optimisation

exercise = Code(
    syllabus="optimisation.sgd optimisation.update",
    difficulty=2,
    calls=[
        "least_squares() -> gradient",
        "stochastic_gradient_descent(gradient, w, X, y, learning_rate, orders) -> w_new",  # orders (E, N)
    ],
    reference=optimisation,
    opaque="gradient",
    points={"one_epoch": 3, "epochs": 3},
    checks={"one_epoch": "w_new", "epochs": "w_new"},
)
exercise.given(least_squares)


def case(rng, epochs):
    """No order is 0, 1, ..., N - 1, and no two are alike."""
    N, D = rng.choice([3, 4, 5, 6], size=2, replace=False)
    orders = [np.arange(N)]
    while len(orders) <= epochs:
        order = rng.permutation(N)
        if not any(np.array_equal(order, other) for other in orders):
            orders.append(order)
    X = rng.normal(size=(N, D)).round(2)
    return Case(
        w=rng.normal(size=D).round(2),
        X=X,
        y=(X @ rng.normal(scale=2, size=D) + 2 * rng.normal(size=N)).round(2),
        learning_rate=rng.choice([0.05, 0.1]),
        orders=np.array(orders[1:]),
    )


@exercise.cases("one_epoch", hidden=4, public=1)
def one_order(rng):
    """Catches the samples' own order, and one update for all."""
    return case(rng, epochs=1)


@exercise.cases("epochs", hidden=4, public=1)
def an_order_for_each_epoch(rng):
    """Catches the first order used again, and the first epoch only."""
    return case(rng, epochs=int(rng.integers(2, 4)))


exercise.edits(
    ascends=("w - learning_rate", "w + learning_rate"),
    order_ignored=("for i in order:", "for i in range(len(X)):"),
    first_order_again=("in _checked_orders(orders, len(X)):", "in [orders[0]] * len(orders):"),
    one_epoch_only=("in _checked_orders(orders, len(X)):", "in orders[:1]:"),
    all_samples_each_time=("gradient(w, X[[i]], y[[i]])", "gradient(w, X, y)"),
    step_divided_by_n=("learning_rate * gradient", "learning_rate / len(X) * gradient"),
    labels_not_in_order=(
        "for i in order:\n            w = w - learning_rate * gradient(w, X[[i]], y[[i]])",
        "for k, i in enumerate(order):\n            w = w - learning_rate * gradient(w, X[[i]], y[[k]])",
    ),
)


@exercise.misconception
def one_update_an_epoch(gradient, w, X, y, learning_rate, orders):
    return optimisation.batch_gradient_descent(gradient, w, X, y, learning_rate, len(orders))


@exercise.misconception
def old_parameters_throughout_an_epoch(gradient, w, X, y, learning_rate, orders):
    for order in orders:
        w = w - learning_rate * sum(gradient(w, X[[i]], y[[i]]) for i in order)
    return w
