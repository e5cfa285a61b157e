"""Max pooling, forward and backward, with windows that overlap and windows that leave gaps."""

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


def case(rng, stride, window):
    """Images that are not square; rows and columns that no window reaches, as many as the stride allows."""
    n, c = rng.choice([1, 2, 3], size=2, replace=False)
    height, width = window
    h = w = 0
    while h == w:
        rows, columns = rng.choice([2, 3, 4], size=2, replace=False)
        h, w = height + rows * stride - 1, width + columns * stride - 1
    size = n * c * h * w
    # all different, so that each window has one winner; most below 0, so that some windows are throughout
    x = (rng.permutation(size).reshape(n, c, h, w) - 4 * size // 5) / 10
    return Case(
        x=x,
        pool_param=dict(pool_height=height, pool_width=width, stride=stride),
        dout=rng.normal(size=(n, c, rows, columns)).round(2),
    )


@exercise.cases("forward", "backward", hidden=4, public=1)
def overlapping_windows(rng):
    """An entry can win in several windows: catches assigning where gradients add up."""
    window = rng.choice([2, 3, 4], size=2, replace=False)
    return case(rng, stride=int(rng.integers(1, window.max())), window=window)


@exercise.cases("forward", "backward", hidden=3, public=1)
def windows_apart(rng):
    """The stride passes the window, and does not divide the image: catches steps of one window."""
    window = rng.choice([2, 3], size=2, replace=False)
    return case(rng, stride=int(rng.choice([3, 4])), window=window)


def sizes(x, pool_param):
    """Height and width of the window, stride, rows and columns of the output."""
    h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    return h, w, s, (x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1


def pooled(x, window, steps, shape, statistic=np.max):
    """The statistic of each window; windows are cut off at the border, and 0 beyond it."""
    out = np.zeros((*x.shape[:2], *shape))
    for i, j in np.ndindex(*shape):
        part = _window(x, window, steps, i, j)
        out[:, :, i, j] = statistic(part, axis=(2, 3)) if part.size else 0
    return out


def sent_back(dout, x, window, steps, share):
    """Each window's gradient times its share(window), shape (N, C, h, w), added to the window."""
    dx = np.zeros_like(x)
    for i, j in np.ndindex(*dout.shape[2:]):
        part = _window(x, window, steps, i, j)
        if part.size:
            _window(dx, window, steps, i, j)[...] += (
                share(part) * dout[:, :, i, j][..., np.newaxis, np.newaxis]
            )
    return dx


def _window(x, window, steps, i, j):
    top, left = i * steps[0], j * steps[1]
    return x[:, :, top : top + window[0], left : left + window[1]]


def winner(part):
    return part == part.max(axis=(2, 3), keepdims=True)


@exercise.misconception
class steps_of_one_window:
    def max_pool_forward(x, pool_param):
        h, w, _, *shape = sizes(x, pool_param)
        return pooled(x, (h, w), (h, w), shape), (x, pool_param)

    def max_pool_backward(dout, cache):
        h, w, *_ = sizes(*cache)
        return sent_back(dout, cache[0], (h, w), (h, w), winner)


@exercise.misconception
class height_and_width_exchanged:
    def max_pool_forward(x, pool_param):
        turned = pool_param | {
            "pool_height": pool_param["pool_width"],
            "pool_width": pool_param["pool_height"],
        }
        h, w, s, *shape = sizes(x, turned)
        return pooled(x, (h, w), (s, s), shape), (x, turned)

    def max_pool_backward(dout, cache):
        h, w, s, *_ = sizes(*cache)
        return sent_back(dout, cache[0], (h, w), (s, s), winner)


@exercise.misconception(of="max_pool_forward")
def rounded_up(x, pool_param):
    h, w, s, *_ = sizes(x, pool_param)
    shape = -(-(x.shape[2] - h) // s) + 1, -(-(x.shape[3] - w) // s) + 1
    return pooled(x, (h, w), (s, s), shape), (x, pool_param)


@exercise.misconception(of="max_pool_forward")
def window_forgotten_in_the_size(x, pool_param):
    h, w, s, *_ = sizes(x, pool_param)
    return pooled(x, (h, w), (s, s), (x.shape[2] // s, x.shape[3] // s)), (x, pool_param)


@exercise.misconception(of="max_pool_forward")
def last_window_missing(x, pool_param):
    return pooling.max_pool_forward(x, pool_param)[0][:, :, :-1, :-1], (x, pool_param)


@exercise.misconception(of="max_pool_forward")
def starts_at_zero(x, pool_param):
    return np.maximum(pooling.max_pool_forward(x, pool_param)[0], 0), (x, pool_param)


@exercise.misconception(of="max_pool_forward")
def mean_of_the_window(x, pool_param):
    h, w, s, *shape = sizes(x, pool_param)
    return pooled(x, (h, w), (s, s), shape, np.mean), (x, pool_param)


def winners(x, pool_param, shape, unravelled):
    """Indices of each window's largest entry; `unravelled` says where in the window entry k lies."""
    h, w, s, *_ = sizes(x, pool_param)
    number = np.zeros(shape, dtype=int)
    for i, j in np.ndindex(*shape[2:]):
        number[:, :, i, j] = _window(x, (h, w), (s, s), i, j).reshape(*shape[:2], -1).argmax(axis=2)
    n, c, i, j = np.ix_(*map(np.arange, shape))
    rows, columns = unravelled(number, h, w)
    return n, c, i * s + rows, j * s + columns


def row_by_row(number, height, width):
    return number // width, number % width


@exercise.misconception(of="max_pool_backward")
def assigned_not_added(dout, cache):
    dx = np.zeros_like(cache[0])
    dx[winners(*cache, dout.shape, row_by_row)] = dout
    return dx


@exercise.misconception(of="max_pool_backward", same_as="assigned_not_added")
def whole_windows_assigned(dout, cache):
    x, dx = cache[0], np.zeros_like(cache[0])
    h, w, s, *_ = sizes(*cache)
    for i, j in np.ndindex(*dout.shape[2:]):
        upstream = dout[:, :, i, j][..., np.newaxis, np.newaxis]
        _window(dx, (h, w), (s, s), i, j)[...] = winner(_window(x, (h, w), (s, s), i, j)) * upstream
    return dx


@exercise.misconception(of="max_pool_backward")
def winner_by_height(dout, cache):
    dx = np.zeros_like(cache[0])
    wrong = winners(*cache, dout.shape, lambda number, h, w: (number % h, number // h))
    np.add.at(dx, wrong, dout)
    return dx


@exercise.misconception(of="max_pool_backward")
def upstream_gradient_ignored(dout, cache):
    return pooling.max_pool_backward(np.ones_like(dout), cache)


@exercise.misconception(of="max_pool_backward")
def gradient_to_the_whole_window(dout, cache):
    h, w, s, *_ = sizes(*cache)
    return sent_back(dout, cache[0], (h, w), (s, s), np.ones_like)


@exercise.misconception(of="max_pool_backward")
def gradient_shared_by_the_window(dout, cache):
    h, w, *_ = sizes(*cache)
    return gradient_to_the_whole_window(dout, cache) / (h * w)
