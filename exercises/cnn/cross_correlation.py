"""Cross-correlation and true convolution of one image with one kernel."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import convolution

exercise = Code(
    syllabus="cnn.conv",
    difficulty=1,
    calls=[
        "cross_correlation(x, kernel) -> correlated",  # x (H, W), kernel (HH, WW)
        "true_convolution(x, kernel) -> convolved",
    ],
    reference=convolution,
    points={"correlation": 3, "convolution": 3},
    checks={"correlation": "correlated", "convolution": "convolved"},
)


def case(rng, kernel_shape, places):
    shape = [k + n - 1 for k, n in zip(kernel_shape, places, strict=True)]
    return Case(x=rng.normal(size=shape).round(2), kernel=rng.normal(size=kernel_shape).round(2))


@exercise.cases("correlation", "convolution", hidden=3, public=1)
def square_kernels(rng):
    """Shapes do not tell a transposed or turned kernel from a flipped one: the values have to."""
    side = int(rng.choice([2, 3]))
    return case(rng, (side, side), rng.choice([2, 3, 4], size=2, replace=False))


@exercise.cases("correlation", "convolution", hidden=3)
def oblong_kernels(rng):
    """Neither kernel nor image is square: catches height and width that change places."""
    return case(rng, rng.permutation([2, 4]), rng.choice([2, 3, 5], size=2, replace=False))


correlate = convolution.cross_correlation
exercise.edits(
    of="true_convolution",
    only_rows_flipped=("[::-1, ::-1]", "[::-1]"),
    only_columns_flipped=("[::-1, ::-1]", "[:, ::-1]"),
    not_flipped=("[::-1, ::-1]", ""),
)


@exercise.misconception
class exchanged:
    cross_correlation = convolution.true_convolution
    true_convolution = correlate


@exercise.misconception(of="true_convolution")
def kernel_transposed(x, kernel):
    return correlate(x, kernel.T)


@exercise.misconception(of="true_convolution")
def image_flipped_too(x, kernel):
    return correlate(x[::-1, ::-1], kernel[::-1, ::-1])


@exercise.misconception
class last_place_missing:
    def cross_correlation(x, kernel):
        return correlate(x, kernel)[:-1, :-1]

    def true_convolution(x, kernel):
        return convolution.true_convolution(x, kernel)[:-1, :-1]


@exercise.misconception
class zero_padded:
    def cross_correlation(x, kernel):
        rows, columns = (side - 1 for side in kernel.shape)
        before = rows // 2, columns // 2
        around = [(first, side - first) for first, side in zip(before, (rows, columns), strict=True)]
        return correlate(np.pad(x, around), kernel)

    def true_convolution(x, kernel):
        return zero_padded.cross_correlation(x, kernel[::-1, ::-1])


@exercise.misconception
class averaged:
    def cross_correlation(x, kernel):
        return correlate(x, kernel) / kernel.size

    def true_convolution(x, kernel):
        return convolution.true_convolution(x, kernel) / kernel.size
