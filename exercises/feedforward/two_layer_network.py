"""A network of two fully connected layers, end to end: loss and all gradients."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import activations, losses, network

exercise = Code(
    syllabus="feedforward.backprop feedforward.fc feedforward.relu losses.softmax_loss losses.full",
    difficulty=3,
    calls="two_layer_loss(x, y, W1, b1, W2, b2, reg) -> loss, dW1, db1, dW2, db2",
    reference=network.two_layer_loss,
    points={"loss": 3, "upper": 3, "lower": 4},
    checks={"loss": "loss", "upper": "dW2 db2", "lower": "dW1 db1"},
)


@exercise.cases("loss", "upper", "lower", hidden=5, public=1)
def small_networks(rng):
    """All sizes differ, biases and reg are not small, and no hidden unit is always on or always off."""
    while True:
        n, d, h, c = rng.permutation([3, 4, 5, 6])[:4]
        x, W1, b1 = rng.normal(size=(n, d)), rng.normal(size=(d, h)), rng.normal(size=h)
        x, W1, b1 = x.round(2), (0.8 * W1).round(2), (0.5 * b1).round(2)
        a = x @ W1 + b1
        if np.abs(a).min() > 0.02 and ((a > 0).any(axis=0) & (a < 0).any(axis=0)).all():
            break
    return Case(
        x=x,
        y=rng.integers(c, size=n),
        W1=W1,
        b1=b1,
        W2=(0.8 * rng.normal(size=(h, c))).round(2),
        b2=(0.5 * rng.normal(size=c)).round(2),
        reg=rng.choice([0.05, 0.1, 0.2]),
    )


exercise.edits(
    penalty_gradient_without_2=[
        ("dW1 + 2 * reg *", "dW1 + reg *"),
        ("dW2 + 2 * reg *", "dW2 + reg *"),
    ],
    penalty_not_in_the_gradients=[
        ("dW1 + 2 * reg *", "dW1 + 0 * reg *"),
        ("dW2 + 2 * reg *", "dW2 + 0 * reg *"),
    ],
    penalty_not_in_the_loss=("data_loss + reg * (", "data_loss + 0 * ("),
    penalty_halved_in_the_loss=("data_loss + reg * (", "data_loss + 0.5 * reg * ("),
    biases_penalised=[
        ("data_loss + reg * (", "data_loss + reg * (np.sum(b1**2) + np.sum(b2**2) + "),
        (
            "return float(loss), dW1, db1, dW2, db2",
            "return loss, dW1, db1 + 2 * reg * b1, dW2, db2 + 2 * reg * b2",
        ),
    ],
)


def wrong_network(name, *, activation=activations.relu, slope=activations.relu_derivative, **changes):
    """The network with something changed.

    `of_n` multiplies the scores' gradient, `before` is what dW2 is made of, `step` how far W2 is moved before
    the gradient goes back through it, `head` what is done to the scores.
    """

    def two_layer_loss(x, y, W1, b1, W2, b2, reg):
        a = x @ W1 + b1
        h = activation(a)
        scores = changes.get("head", lambda scores: scores)(h @ W2 + b2)
        loss, dscores = losses.softmax_loss(scores, y)
        dscores = dscores * (len(x) if changes.get("of_n") else 1)
        dW2 = (a if changes.get("before") else h).T @ dscores + 2 * reg * W2
        da = dscores @ (W2 - changes.get("step", 0) * dW2).T * slope(a)
        dW1 = x.T @ da + 2 * reg * W1
        return loss + reg * (np.sum(W1**2) + np.sum(W2**2)), dW1, da.sum(axis=0), dW2, dscores.sum(axis=0)

    two_layer_loss.__name__ = name
    exercise.misconception(two_layer_loss)


def one(a):
    return np.ones_like(a)


wrong_network("relu_not_differentiated", slope=one)
wrong_network("no_activation", activation=lambda a: a, slope=one)
wrong_network("sigmoid_instead", activation=activations.sigmoid, slope=activations.sigmoid_derivative)
wrong_network("not_divided_by_n", of_n=True)
wrong_network("made_of_what_goes_into_relu", before=True)
wrong_network("updated_before_it_was_used", step=1)
wrong_network("relu_on_the_scores", head=activations.relu)

exercise.waive(
    "s - s.max(axis=1, keepdims=True)",
    because="any shift gives the same; that exp must not overflow is asked in losses/softmax_loss",
)
exercise.waive("a > 0 -> a >= 0", because="no a is 0, where either slope would be right")
