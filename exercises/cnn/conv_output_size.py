"""Output height and width of a layer, and the padding that keeps them as they are."""

import numpy as np

from exercises.kit import Case, Code, Exact
from reference_impl.shapes import window_output_size


def conv_output_size(size, kernel, stride, padding):
    """Height and width of the output, shape (2,); whole numbers, typed as floats."""
    sides = zip(size, kernel, strict=True)
    return np.array([float(window_output_size(side, k, stride, padding)) for side, k in sides])


def same_padding(kernel):
    """Rows above and below, columns left and right, that keep the size at stride 1: (k - 1) / 2."""
    return (kernel - 1) // 2 + 0.0


exercise = Code(
    syllabus="cnn.conv cnn.pool_size",
    difficulty=2,
    calls=["conv_output_size(size, kernel, stride, padding) -> out", "same_padding(odd_kernel) -> same"],
    reference=[conv_output_size, same_padding],
    points={"size": 4, "padding": 2},
    checks={"size": "out", "padding": "same"},
    accept={"out": Exact(), "same": Exact()},
)


def case(rng, padding, left):
    """`left` rows and columns at the end are reached by no window; the kernel is not square."""
    kernel, places = (
        rng.choice([3, 4, 5, 6], size=2, replace=False),
        rng.choice(range(5, 20), 2, replace=False),
    )
    stride = int(rng.integers(2, 5))
    return Case(
        size=(places - 1) * stride + kernel - 2 * padding + (rng.integers(1, stride, size=2) if left else 0),
        kernel=kernel,
        stride=stride,
        padding=padding,
        odd_kernel=rng.choice([5, 7, 9, 11], size=2, replace=False),
    )


@exercise.cases("size", "padding", hidden=5, public=2)
def rows_left_over(rng):
    """The stride does not divide: catches rounding up, and 1 added before dividing."""
    return case(rng, padding=int(rng.choice([1, 2])), left=True)


@exercise.cases("size", hidden=3)
def the_last_window_touches_the_border(rng):
    """The stride divides, nothing is padded: catches sizes that are one too small."""
    return case(rng, padding=0, left=False)


exercise.edits(
    of="conv_output_size",
    padding_ignored=("stride, padding))", "stride))"),
    kernel_height_for_both=("window_output_size(side, k,", "window_output_size(side, kernel[0],"),
)


def in_both_directions(name, rule):
    def wrong(size, kernel, stride, padding):
        return np.array([rule(int(h), int(k), stride, padding) for h, k in zip(size, kernel, strict=True)])

    wrong.__name__ = name
    exercise.misconception(wrong, of="conv_output_size")


in_both_directions("rounded_up", lambda h, k, s, p: -(-(h - k + 2 * p) // s) + 1)
in_both_directions("padding_on_one_side", lambda h, k, s, p: (h - k + p) // s + 1)
in_both_directions("one_forgotten", lambda h, k, s, p: (h - k + 2 * p) // s)
in_both_directions("one_added_before_dividing", lambda h, k, s, p: (h - k + 2 * p + 1) // s)
in_both_directions("window_forgotten", lambda h, k, s, p: (h + 2 * p) // s)
in_both_directions("not_rounded", lambda h, k, s, p: (h - k + 2 * p) / s + 1)


@exercise.misconception(of="same_padding")
def one_too_large(kernel):
    return (kernel + 1) // 2


@exercise.misconception(of="same_padding")
def both_sides_together(kernel):
    return kernel - 1


@exercise.misconception(of="same_padding")
def always_one(kernel):
    return np.ones(2)
