"""A linear softmax classifier trained by mini-batches, judged by loss and accuracy on points held back."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Rejected, Training
from reference_impl.losses import softmax_loss

D, C, SAMPLES, HELD_OUT = 3, 4, 240, 200


def train(x, y, learning_rate, epochs, batch_size, seed):
    """Weights W (D, C) and biases b (C,), by mini-batch gradient descent on the mean softmax loss."""
    return descend(x, y, learning_rate, epochs, batch_size, seed)


def descend(x, y, learning_rate, epochs, batch_size, seed, *, labels=None):
    """Mini-batch gradient descent; `labels`: the order of the labels, where it is not that of the samples."""
    rng = np.random.default_rng(seed)
    W, b = np.zeros((x.shape[1], C)), np.zeros(C)
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            taken = rows if labels is None else labels[start : start + batch_size]
            _, dscores = softmax_loss(x[rows] @ W + b, y[taken])
            W = W - learning_rate * x[rows].T @ dscores
            b = b - learning_rate * dscores.sum(axis=0)
    return W, b


exercise = Training(
    syllabus="optimisation.mbgd optimisation.update losses.softmax_loss losses.full",
    difficulty=2,
    calls="train(x, y, learning_rate, epochs, batch_size, seed) -> W, b",
    reference=train,
    points={"loss": 4, "accuracy": 3},
    checks={"loss": "held_out_loss", "accuracy": "accuracy"},
    accept={"held_out_loss": AtMost(bound=0.3), "accuracy": AtLeast(bound=0.88)},
    cpu_s=30,
)


def points(rng, centres, count):
    labels = np.sort(
        rng.integers(C, size=count)
    )  # by class, as files often are: who does not shuffle is lost
    return centres[labels] + rng.normal(size=(count, D)), labels


@exercise.cases("loss", "accuracy", hidden=2, public=1)
def clouds(rng):
    """Four clouds, all on one side of the origin, as raw data often are; where they lie is drawn."""
    corners = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
    centres = 2.0 * corners[rng.permutation(C)] * rng.choice([-1, 1]) + rng.choice([-4, 4], size=D)
    x, y = points(rng, centres, SAMPLES)
    held_out, labels = points(rng, centres, HELD_OUT)
    return Case(
        x=x, y=y, learning_rate=0.1, epochs=40, batch_size=16, seed=int(rng.integers(1000)),
        held_out=held_out, labels=labels,
    )  # fmt: skip


@exercise.view
def quality(inputs, outputs):
    """Mean softmax loss and share of right classes on the points held back."""
    W, b = (as_array(outputs[name]) for name in ("W", "b"))
    if W.shape != (D, C) or b.size != C or not np.isfinite(W).all() or not np.isfinite(b).all():
        raise Rejected(
            f"W 的形状应为 ({D}, {C})，b 的形状应为 ({C},)，元素都是有限的数。",
            f"W should have shape ({D}, {C}), b ({C},), and all entries should be finite.",
        )
    scores = inputs["held_out"] @ W + b.reshape(-1)
    loss, _ = softmax_loss(scores, inputs["labels"])
    return {"held_out_loss": loss, "accuracy": float(np.mean(scores.argmax(axis=1) == inputs["labels"]))}


def as_array(value):
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.zeros(0)


@exercise.misconception
def ascends(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, -learning_rate, 2, batch_size, seed)


@exercise.misconception
def never_updated(x, y, learning_rate, epochs, batch_size, seed):
    return np.zeros((D, C)), np.zeros(C)


@exercise.misconception
def labels_not_shuffled_along(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, epochs, batch_size, seed, labels=np.arange(len(y)))


@exercise.misconception
def first_class_only(x, y, learning_rate, epochs, batch_size, seed):
    """The first batch of data sorted by class, again and again."""
    return descend(x[:batch_size], y[:batch_size], learning_rate, epochs, batch_size, seed)
