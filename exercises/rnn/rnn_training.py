"""A plain RNN trained to remember the first symbol of a sequence, judged on sequences held back."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Training
from exercises.kit.training import trained
from reference_impl.losses import softmax_loss
from reference_impl.rnn import rnn_backward, rnn_forward

D, H, C, LENGTH, SAMPLES, HELD_OUT = 6, 16, 3, 6, 400, 300
SHAPES = {"Wx": (D, H), "Wh": (H, H), "b": (H,), "Wy": (H, C), "by": (C,)}


def train(x, y, learning_rate, epochs, batch_size, seed):
    """Weights Wx, Wh, b of the recurrence and Wy, by of the output, by backpropagation through time."""
    return descend(x, y, learning_rate, epochs, batch_size, seed)


def descend(
    x, y, learning_rate, epochs, batch_size, seed, *, places=None, start=1.0, trained="Wx Wh b Wy by",
    reach=LENGTH, carried=True,
):  # fmt: skip
    """Mini-batch gradient descent, with switches for what may go wrong.

    `places`: the order of the labels, where it is not that of the sequences; `start`: of the weights;
    `trained`: the parameters that are updated; `reach`: how many steps back gradients go; `carried`:
    whether a hidden state goes on to the next step.
    """
    rng = np.random.default_rng(seed)
    params = {name: start * value for name, value in initial(rng).items()}
    if not carried:
        x = x[:, -1:]  # the last step, from a hidden state of zeros: all that then reaches the output
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for begin in range(0, len(x), batch_size):
            rows = order[begin : begin + batch_size]
            taken = rows if places is None else places[begin : begin + batch_size]
            for name, gradient in gradients(params, x[rows], y[taken], reach).items():
                if name in trained.split():
                    params[name] = params[name] - learning_rate * gradient
    return tuple(params.values())


def initial(rng):
    """Random weights, so small that sums keep the size of what is summed; biases of zero."""
    return {
        name: rng.normal(size=shape) / np.sqrt(shape[0]) if len(shape) == 2 else np.zeros(shape)
        for name, shape in SHAPES.items()
    }


def forward(params, x):
    """Scores after the last step, all hidden states, and what the backward pass needs."""
    h, cache = rnn_forward(x, np.zeros((len(x), H)), params["Wx"], params["Wh"], params["b"])
    return h[:, -1] @ params["Wy"] + params["by"], h, cache


def gradients(params, x, y, reach):
    scores, h, cache = forward(params, x)
    _, dscores = softmax_loss(scores, y)
    dh = np.zeros_like(h)
    dh[:, -1] = dscores @ params["Wy"].T  # only the last hidden state enters the loss directly
    _, _, dWx, dWh, db = rnn_backward(dh[:, -reach:], cache[-reach:])
    return {"Wx": dWx, "Wh": dWh, "b": db, "Wy": h[:, -1].T @ dscores, "by": dscores.sum(axis=0)}


exercise = Training(
    syllabus="rnn.cell rnn.vanishing losses.softmax_loss optimisation.mbgd",
    difficulty=3,
    calls="train(x, y, learning_rate, epochs, batch_size, seed) -> Wx, Wh, b, Wy, by",
    reference=train,
    points={"loss": 5, "accuracy": 3},
    checks={"loss": "held_out_loss", "accuracy": "accuracy"},
    accept={"held_out_loss": AtMost(bound=0.25), "accuracy": AtLeast(bound=0.92)},
    cpu_s=30,
)


def sequences(rng, classes, count):
    """Random symbols, of which only the first one counts; sorted by class, as files often are."""
    symbols = rng.integers(D, size=(count, LENGTH))
    symbols = symbols[np.argsort(classes[symbols[:, 0]], kind="stable")]
    return np.eye(D)[symbols], classes[symbols[:, 0]]


@exercise.cases("loss", "accuracy", hidden=2, public=1)
def first_symbols(rng):
    """Which symbols belong to which class is drawn: weights typed by hand cannot know."""
    classes = rng.permutation(np.arange(D) % C)
    x, y = sequences(rng, classes, SAMPLES)
    held_out, held_out_labels = sequences(rng, classes, HELD_OUT)
    return Case(
        x=x, y=y, learning_rate=0.3, epochs=30, batch_size=20, seed=int(rng.integers(1000)),
        held_out=held_out, held_out_labels=held_out_labels,
    )  # fmt: skip


@exercise.view
def quality(inputs, outputs):
    """Mean softmax loss and share of right classes on the sequences held back."""
    params = trained(outputs, SHAPES)
    scores, _, _ = forward(params, inputs["held_out"])
    loss, _ = softmax_loss(scores, inputs["held_out_labels"])
    right = scores.argmax(axis=1) == inputs["held_out_labels"]
    return {"held_out_loss": loss, "accuracy": float(np.mean(right))}


@exercise.misconception
def ascends(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, -learning_rate, 2, batch_size, seed)


@exercise.misconception
def never_updated(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, 0, batch_size, seed)


@exercise.misconception
def zeros_to_begin_with(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, 1, batch_size, seed, start=0)  # as after any number


@exercise.misconception
def labels_not_shuffled_along(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, epochs, batch_size, seed, places=np.arange(len(y)))


@exercise.misconception
def first_batch_only(x, y, learning_rate, epochs, batch_size, seed):
    """Sorted by class, it shows a single class."""
    return descend(x[:batch_size], y[:batch_size], learning_rate, epochs, batch_size, seed)


@exercise.misconception
def output_layer_only(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, epochs, batch_size, seed, trained="Wy by")


@exercise.misconception
def gradient_through_time_cut_off(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, epochs, batch_size, seed, reach=1)


@exercise.misconception
def state_not_carried(x, y, learning_rate, epochs, batch_size, seed):
    return descend(x, y, learning_rate, epochs, batch_size, seed, carried=False)
