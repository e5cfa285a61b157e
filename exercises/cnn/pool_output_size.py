"""Output sizes of pooling and convolution: three rows, so that every wrong rule shows."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Layer(Frozen):
    height: int
    kernel: int
    stride: int
    padding: int


class Params(Frozen):
    layers: tuple[Layer, Layer, Layer]


def draw(rng):
    """Each row has a share of the points, so every wrong rule is wrong in two rows at least."""
    while True:
        p = Params(layers=tuple(one_layer(rng) for _ in range(3)))
        right, wrong = sizes(p), [tuple(map(rule, p.layers)) for rule in WRONG.values()]
        seldom_right = all(sum(np.not_equal(right, one)) >= 2 for one in wrong)
        if seldom_right and len(set(wrong)) == len(wrong):
            return p


def one_layer(rng):
    kernel = int(rng.integers(2, 8))
    return Layer(
        height=rng.integers(15, 64),
        kernel=kernel,
        stride=rng.integers(2, 5),
        padding=rng.integers(0, kernel // 2 + 1),
    )


def size(row):
    return (row.height - row.kernel + 2 * row.padding) // row.stride + 1


WRONG = {
    "rounded_up": lambda row: -(-(row.height - row.kernel + 2 * row.padding) // row.stride) + 1,
    "padding_on_one_side": lambda row: (row.height - row.kernel + row.padding) // row.stride + 1,
    "padding_ignored": lambda row: (row.height - row.kernel) // row.stride + 1,
    "one_forgotten": lambda row: size(row) - 1,
    "window_forgotten": lambda row: row.height // row.stride,
    "stride_ignored": lambda row: row.height - row.kernel + 2 * row.padding + 1,
    "one_added_before_dividing": lambda row: (row.height - row.kernel + 2 * row.padding + 1) // row.stride,
}

exercise = Numeric(syllabus="cnn.pool_size cnn.max_pool", difficulty=1, draw=draw)


@exercise.step(points=6, ge=1)
def sizes(p):
    return [size(row) for row in p.layers]


def in_every_row(name, rule):
    def wrong(p):
        return [rule(row) for row in p.layers]

    wrong.__name__ = name
    return wrong


for name, rule in WRONG.items():
    exercise.misconception(in_every_row(name, rule))
