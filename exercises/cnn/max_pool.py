"""Max pooling, forward and backward, with windows that overlap."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import pooling

exercise = Code(
    syllabus="cnn.max_pool",
    difficulty=2,
    calls=[
        "max_pool_forward(x, pool_param) -> out, cache",  # x (N, C, H, W)
        "max_pool_backward(dout, cache) -> dx",
    ],
    reference=pooling,
    opaque="cache",
    points={"forward": 4, "backward": 6},
    checks={"forward": "out", "backward": "dx"},
)


def case(rng, overlapping):
    n, c = rng.choice([1, 2, 3], size=2, replace=False)
    height, width = rng.choice([2, 3], size=2, replace=False)
    stride = 1 if overlapping else 3
    rows, columns = rng.choice([2, 3], size=2, replace=False)
    # a remainder of one row or column that no window reaches, where the stride leaves room for it
    extra = 0 if overlapping else 1
    h, w = height + (rows - 1) * stride + extra, width + (columns - 1) * stride + extra
    x = rng.permutation(n * c * h * w).reshape(n, c, h, w) / 8.0  # all different: the winner is unique
    return Case(
        x=x,
        dout=rng.normal(size=(n, c, rows, columns)),
        pool_param=dict(pool_height=height, pool_width=width, stride=stride),
    )


@exercise.cases("forward", "backward", hidden=4, public=1)
def overlapping_windows(rng):
    """An entry can win in several windows: catches assigning where gradients add up."""
    return case(rng, overlapping=True)


@exercise.cases("forward", "backward", hidden=2, public=1)
def windows_apart(rng):
    """The stride passes the window, and does not divide the image: catches steps of one window."""
    return case(rng, overlapping=False)


exercise.edits(
    of="max_pool_backward",
    assigned_not_added=("] += dout[:, :, i, j]", "] = dout[:, :, i, j]"),
    winner_by_height=(
        "top + winner // width, left + winner % width",
        "top + winner % height, left + winner // height",
    ),
)


@exercise.misconception
class steps_of_one_window:
    def max_pool_forward(x, pool_param):
        h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
        out = np.zeros((*x.shape[:2], (x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :, i * h : i * h + h, j * w : j * w + w]
                out[:, :, i, j] = window.max(axis=(2, 3)) if window.size else 0
        return out, (x, pool_param)


@exercise.misconception
class mean_of_the_window:
    def max_pool_forward(x, pool_param):
        h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
        out, cache = pooling.max_pool_forward(x, pool_param)
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = x[:, :, i * s : i * s + h, j * s : j * s + w].mean(axis=(2, 3))
        return out, cache


@exercise.misconception(of="max_pool_forward")
def height_and_width_exchanged(x, pool_param):
    turned = pool_param | {"pool_height": pool_param["pool_width"], "pool_width": pool_param["pool_height"]}
    return pooling.max_pool_forward(x, turned)[0], (x, pool_param)


@exercise.misconception(of="max_pool_backward")
def gradient_to_the_whole_window(dout, cache):
    x, pool_param = cache
    h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dx[:, :, i * s : i * s + h, j * s : j * s + w] += dout[:, :, i, j][..., np.newaxis, np.newaxis]
    return dx


@exercise.misconception(of="max_pool_backward")
def gradient_shared_by_the_window(dout, cache):
    pool_param = cache[1]
    area = pool_param["pool_height"] * pool_param["pool_width"]
    return gradient_to_the_whole_window(dout, cache) / area
