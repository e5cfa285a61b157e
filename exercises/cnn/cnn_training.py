"""A small convolutional network trained to tell strokes anywhere in an image, judged on images held back."""

import numpy as np

from exercises.kit import AtLeast, AtMost, Case, Training
from exercises.kit.training import trained
from reference_impl.convolution import conv_backward, conv_forward
from reference_impl.losses import softmax_loss
from reference_impl.pooling import max_pool_backward, max_pool_forward

SIZE, KERNELS, SAMPLES, HELD_OUT = 8, 8, 320, 300
STROKES = np.array(
    [
        [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
        [[0, 1, 0], [0, 1, 0], [0, 1, 0]],
        [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    ]
)
"""Equally bright and placed alike, so that no sum of pixels with fixed weights tells them apart."""
C = len(STROKES)
SHAPES = {"K": (KERNELS, 3, 3), "c": (KERNELS,), "W": (4 * KERNELS, C), "b": (C,)}
CONV = {"stride": 1, "pad": 0}
POOL = {"pool_height": 3, "pool_width": 3, "stride": 3}


def train(images, labels, learning_rate, epochs, batch_size, seed):
    """Kernels K and their biases c, weights W and biases b, by mini-batch descent on the softmax loss."""
    return descend(images, labels, learning_rate, epochs, batch_size, seed)


def descend(
    images, labels, learning_rate, epochs, batch_size, seed, *, places=None, start=1.0, trained="K c W b",
    axes=(0, 1, 2, 3),
):  # fmt: skip
    """Mini-batch gradient descent, with switches for what may go wrong.

    `places`: the order of the labels, where it is not that of the images; `start`: of the weights;
    `trained`: the parameters that are updated; `axes`: of the pooled maps, in the order of flattening.
    """
    rng = np.random.default_rng(seed)
    params = {name: start * value for name, value in initial(rng).items()}
    for _ in range(epochs):
        order = rng.permutation(len(images))
        for begin in range(0, len(images), batch_size):
            rows = order[begin : begin + batch_size]
            taken = rows if places is None else places[begin : begin + batch_size]
            for name, gradient in gradients(params, images[rows], labels[taken], axes).items():
                if name in trained.split():
                    params[name] = params[name] - learning_rate * gradient
    return tuple(params.values())


def initial(rng):
    """Random weights, so small that sums keep the size of what is summed; biases of zero."""
    return {
        "K": rng.normal(size=SHAPES["K"]) / 3,
        "c": np.zeros(SHAPES["c"]),
        "W": rng.normal(size=SHAPES["W"]) / np.sqrt(SHAPES["W"][0]),
        "b": np.zeros(SHAPES["b"]),
    }


def forward(params, images, axes=(0, 1, 2, 3)):
    """Scores, and what the backward pass needs."""
    maps, conv = conv_forward(images[:, np.newaxis], params["K"][:, np.newaxis], params["c"], CONV)
    pooled, pool = max_pool_forward(np.maximum(maps, 0), POOL)
    flat = pooled.transpose(axes).reshape(len(images), -1)
    return flat @ params["W"] + params["b"], (maps, conv, pool, flat)


def gradients(params, images, labels, axes):
    scores, (maps, conv, pool, flat) = forward(params, images, axes)
    _, dscores = softmax_loss(scores, labels)
    shape = np.array((len(images), KERNELS, 2, 2))
    dpooled = (dscores @ params["W"].T).reshape(shape[list(axes)]).transpose(np.argsort(axes))
    _, dK, dc = conv_backward(max_pool_backward(dpooled, pool) * (maps > 0), conv)
    return {"K": dK[:, 0], "c": dc, "W": flat.T @ dscores, "b": dscores.sum(axis=0)}


exercise = Training(
    syllabus="cnn.conv cnn.max_pool feedforward.relu losses.softmax_loss optimisation.mbgd",
    difficulty=3,
    calls="train(images, labels, learning_rate, epochs, batch_size, seed) -> K, c, W, b",
    reference=train,
    points={"loss": 5, "accuracy": 3},
    checks={"loss": "held_out_loss", "accuracy": "accuracy"},
    accept={"held_out_loss": AtMost(bound=0.35), "accuracy": AtLeast(bound=0.9)},
    cpu_s=30,
)


def pictures(rng, strokes, count):
    """Noise, and one stroke anywhere in it; sorted by class, as files often are."""
    labels = np.sort(rng.integers(C, size=count))
    images = rng.normal(scale=0.15, size=(count, SIZE, SIZE))
    for image, label, (i, j) in zip(images, labels, rng.integers(SIZE - 2, size=(count, 2)), strict=True):
        image[i : i + 3, j : j + 3] += strokes[label]
    return images, labels


@exercise.cases("loss", "accuracy", hidden=2, public=1)
def strokes_anywhere(rng):
    """Which stroke is which class is drawn: weights typed by hand cannot know."""
    strokes = rng.permutation(STROKES)
    images, labels = pictures(rng, strokes, SAMPLES)
    held_out, held_out_labels = pictures(rng, strokes, HELD_OUT)
    return Case(
        images=images, labels=labels, learning_rate=0.3, epochs=20, batch_size=16,
        seed=int(rng.integers(1000)), held_out=held_out, held_out_labels=held_out_labels,
    )  # fmt: skip


@exercise.view
def quality(inputs, outputs):
    """Mean softmax loss and share of right classes on the images held back."""
    params = trained(outputs, SHAPES)
    scores, _ = forward(params, inputs["held_out"])
    loss, _ = softmax_loss(scores, inputs["held_out_labels"])
    right = scores.argmax(axis=1) == inputs["held_out_labels"]
    return {"held_out_loss": loss, "accuracy": float(np.mean(right))}


@exercise.misconception
def ascends(images, labels, learning_rate, epochs, batch_size, seed):
    return descend(images, labels, -learning_rate, 1, batch_size, seed)


@exercise.misconception
def never_updated(images, labels, learning_rate, epochs, batch_size, seed):
    return descend(images, labels, learning_rate, 0, batch_size, seed)


@exercise.misconception
def zeros_to_begin_with(images, labels, learning_rate, epochs, batch_size, seed):
    return descend(images, labels, learning_rate, 1, batch_size, seed, start=0)  # as after any number


@exercise.misconception
def labels_not_shuffled_along(images, labels, learning_rate, epochs, batch_size, seed):
    return descend(images, labels, learning_rate, epochs, batch_size, seed, places=np.arange(len(labels)))


@exercise.misconception
def first_batch_only(images, labels, learning_rate, epochs, batch_size, seed):
    """Sorted by class, it shows a single class."""
    return descend(images[:batch_size], labels[:batch_size], learning_rate, epochs, batch_size, seed)


@exercise.misconception
def kernels_never_updated(images, labels, learning_rate, epochs, batch_size, seed):
    return descend(images, labels, learning_rate, epochs, batch_size, seed, trained="W b")


@exercise.misconception
def flattened_in_another_order(images, labels, learning_rate, epochs, batch_size, seed):
    """Trained rightly, but with the kernels along the last axis: W's rows mean other features."""
    return descend(images, labels, learning_rate, epochs, batch_size, seed, axes=(0, 2, 3, 1))
