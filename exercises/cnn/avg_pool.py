"""Average pooling, forward and backward, with windows that overlap and windows that leave gaps."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import pooling

exercise = Code(
    syllabus="cnn.avg_pool",
    difficulty=2,
    calls=[
        "avg_pool_forward(x, pool_param) -> out, cache",  # x (N, C, H, W)
        "avg_pool_backward(dout, cache) -> dx",
    ],
    reference=pooling,
    opaque="cache",
    points={"forward": 4, "backward": 6},
    checks={"forward": "out", "backward": "dx"},
)


def case(rng, counts, window, stride):
    """The last stride - 1 rows and columns are reached by no window; images are not square."""
    rows, columns = rng.choice([2, 3, 4], size=2, replace=False)
    height, width = window
    size = height + rows * stride - 1, width + columns * stride - 1
    return Case(
        x=rng.normal(size=(*counts, *size)).round(1),
        pool_param=dict(pool_height=height, pool_width=width, stride=stride),
        dout=rng.normal(size=(*counts, rows, columns)).round(2),
    )


@exercise.cases("forward", "backward", hidden=0, public=1)
def small_enough_to_read(rng):
    """One image of one channel."""
    return case(rng, (1, 1), window=(2, 3), stride=2)


@exercise.cases("forward", "backward", hidden=4, public=1)
def overlapping_windows(rng):
    """An entry lies in several windows: catches assigning where gradients add up."""
    window = rng.choice([2, 3, 4], size=2, replace=False)
    return case(rng, rng.choice([1, 2, 3], 2, replace=False), window, int(rng.integers(1, window.max())))


@exercise.cases("forward", "backward", hidden=3)
def windows_apart(rng):
    """The stride passes the window, which is not square: catches steps of one window, and squared sides."""
    window = rng.choice([2, 3], size=2, replace=False)
    return case(rng, rng.choice([1, 2, 3], 2, replace=False), window, stride=4)


exercise.edits(
    of="avg_pool_forward",
    sum_of_the_window=("out / (windows.shape[4] * windows.shape[5])", "out"),
    divided_by_one_side=("windows.shape[4] * windows.shape[5]", "windows.shape[4]"),
    divided_by_the_stride=("windows.shape[4] * windows.shape[5]", 'pool_param["stride"] ** 2'),
)
exercise.edits(
    of="avg_pool_forward", same_as="divided_by_one_side", height_squared=("* windows.shape[5]", "** 2")
)
exercise.edits(
    of="avg_pool_backward",
    gradient_not_divided=("dout / (height * width)", "dout"),
    gradient_over_one_side=("dout / (height * width)", "dout / height"),
    upstream_gradient_ignored=("dout / (height * width)", "1 / (height * width)"),
)


@exercise.misconception(of="avg_pool_forward")
def largest_of_the_window(x, pool_param):
    return pooling.max_pool_forward(x, pool_param)[0], (x, pool_param)


@exercise.misconception(of="avg_pool_backward")
def gradient_to_the_largest(dout, cache):
    return pooling.max_pool_backward(dout, cache)


def spread(dout, cache, steps):
    """The backward pass written to each window by assignment, windows `steps` apart."""
    x, pool_param = cache
    height, width = pool_param["pool_height"], pool_param["pool_width"]
    dx = np.zeros_like(x)
    for i, j in np.ndindex(*dout.shape[2:]):
        top, left = i * steps[0], j * steps[1]
        share = dout[:, :, i, j][..., np.newaxis, np.newaxis] / (height * width)
        dx[:, :, top : top + height, left : left + width] = share
    return dx


@exercise.misconception(of="avg_pool_backward")
def assigned_not_added(dout, cache):
    return spread(dout, cache, steps=(cache[1]["stride"],) * 2)


@exercise.misconception(of="avg_pool_backward")
def steps_of_one_window(dout, cache):
    return spread(dout, cache, steps=(cache[1]["pool_height"], cache[1]["pool_width"]))


@exercise.misconception(of="avg_pool_forward")
def last_window_missing(x, pool_param):
    return pooling.avg_pool_forward(x, pool_param)[0][:, :, :-1, :-1], (x, pool_param)


@exercise.misconception(of="avg_pool_forward")
def rounded_up(x, pool_param):
    """Windows that do not fit are cut off at the border, and count with the entries that they have."""
    height, width, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    rows, columns = -(-(x.shape[2] - height) // s) + 1, -(-(x.shape[3] - width) // s) + 1
    out = np.zeros((*x.shape[:2], rows, columns))
    for i, j in np.ndindex(rows, columns):
        part = x[:, :, i * s : i * s + height, j * s : j * s + width]
        out[:, :, i, j] = part.mean(axis=(2, 3)) if part.size else 0
    return out, (x, pool_param)
