"""A convolution layer, forward and backward: strides, padding and channels off the usual defaults."""

import numpy as np

from exercises.kit import Case, Code
from reference_impl import convolution

exercise = Code(
    syllabus="cnn.conv",
    difficulty=3,
    calls=[
        "conv_forward(x, w, b, conv_param) -> out, cache",  # x (N, C, H, W), w (F, C, HH, WW), b (F,)
        "conv_backward(dout, cache) -> dx, dw, db",
    ],
    reference=convolution,
    opaque="cache",
    points={"forward": 4, "input": 4, "weights": 3, "bias": 1},
    checks={"forward": "out", "input": "dx", "weights": "dw", "bias": "db"},
)
ALL = ("forward", "input", "weights", "bias")


def case(rng, stride, pad, kernel, counts, places):
    """`counts` are N, C and F, `places` the output's sides; `left` rows and columns no kernel reaches."""
    (n, c, f), left = counts, int(rng.integers(stride))
    h, w = ((place - 1) * stride + side - 2 * pad + left for place, side in zip(places, kernel, strict=True))
    return Case(
        x=rng.normal(size=(n, c, h, w)).round(2),
        w=rng.normal(size=(f, c, *kernel)).round(2),
        b=rng.uniform(0.5, 2, size=f).round(2),
        conv_param=dict(stride=stride, pad=pad),
        dout=rng.normal(size=(n, f, *places)).round(2),
    )


@exercise.cases(*ALL, hidden=0, public=1)
def small_enough_to_read(rng):
    """One image, one channel, one kernel."""
    return case(rng, stride=2, pad=1, kernel=(3, 2), counts=(1, 1, 1), places=(2, 3))


@exercise.cases(*ALL, hidden=3, public=1)
def padded_by_more_than_one(rng):
    """Catches padding cut off with the literal 1, or left on; kernels overlap, so gradients add up."""
    pad = int(rng.choice([2, 3]))
    return case(
        rng, int(rng.choice([1, 2])), pad, kernel=(4, 3), counts=rng.permutation([2, 3, 4]), places=(4, 5)
    )


@exercise.cases(*ALL, hidden=3)
def strides_above_one(rng):
    """Catches kernels that start at i and not at i s, and kernels whose height and width change places."""
    stride = int(rng.choice([2, 3]))
    return case(rng, stride, pad=0, kernel=(2, 4), counts=rng.permutation([2, 3, 4]), places=(4, 3))


exercise.edits(
    of="conv_forward",
    bias_forgotten=("+ b[:, np.newaxis, np.newaxis]", ""),
    bias_for_every_channel=("+ b[:,", "+ x.shape[1] * b[:,"),
)
exercise.edits(
    of="conv_backward",
    padding_cut_with_one=("pad : pad + x.shape[2], pad : pad + x.shape[3]", "1:-1, 1:-1"),
    padding_left_on=("pad : pad + x.shape[2], pad : pad + x.shape[3]", ":, :"),
    kernel_flipped_in_dx=("w[:, :, a, e]", "w[:, :, -1 - a, -1 - e]"),
    dw_averaged=("dw = np.tensordot(", "dw = 1 / len(x) * np.tensordot("),
    db_averaged=("dout.sum(axis=(0, 2, 3))", "dout.sum(axis=(2, 3)).mean(axis=0)"),
)
exercise.edits(of="conv_backward", same_as="db_averaged", db_is_the_mean=("dout.sum(", "dout.mean("))


@exercise.misconception
class kernel_flipped:
    def conv_forward(x, w, b, conv_param):
        return convolution.conv_forward(x, w[:, :, ::-1, ::-1], b, conv_param)

    def conv_backward(dout, cache):
        dx, dw, db = convolution.conv_backward(dout, cache)
        return dx, dw[:, :, ::-1, ::-1], db


@exercise.misconception(of="conv_forward")
def padding_ignored(x, w, b, conv_param):
    out, _ = convolution.conv_forward(x, w, b, conv_param | {"pad": 0})
    return out, convolution.conv_forward(x, w, b, conv_param)[1]  # dout would not fit another cache


@exercise.misconception(of="conv_forward")
def padding_on_one_side(x, w, b, conv_param):
    pad = conv_param["pad"]
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, 0), (pad, 0)))
    out, _ = convolution.conv_forward(x_pad, w, b, conv_param | {"pad": 0})
    return out, convolution.conv_forward(x, w, b, conv_param)[1]


@exercise.misconception(of="conv_forward")
def last_place_missing(x, w, b, conv_param):
    out, cache = convolution.conv_forward(x, w, b, conv_param)
    return out[:, :, :-1, :-1], cache


@exercise.misconception
class stride_in_the_size_only:
    def conv_forward(x, w, b, conv_param):
        out, _ = convolution.conv_forward(x, w, b, conv_param)
        unit = conv_param | {"stride": 1}
        rows, columns = out.shape[2:]
        near, (*_, all_windows) = convolution.conv_forward(x, w, b, unit)
        return near[:, :, :rows, :columns], (x, w, unit, all_windows[:, :, :rows, :columns])

    conv_backward = convolution.conv_backward


def windows_of_dx(dout, cache):
    """A padded array of zeros like x, and for each place of the output its window there."""
    x, w, conv_param, _ = cache
    s, pad = conv_param["stride"], conv_param["pad"]
    dx_pad = np.pad(np.zeros_like(x), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    places = [
        (i, j, dx_pad[:, :, i * s : i * s + w.shape[2], j * s : j * s + w.shape[3]])
        for i, j in np.ndindex(*dout.shape[2:])
    ]
    return dx_pad[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]], places


@exercise.misconception(of="conv_backward")
def assigned_not_added(dout, cache):
    w = cache[1]
    dx, places = windows_of_dx(dout, cache)
    for i, j, window in places:
        window[...] = np.tensordot(dout[:, :, i, j], w, axes=1)
    return dx, *convolution.conv_backward(dout, cache)[1:]


@exercise.misconception(of="conv_backward", same_as="assigned_not_added")
def assigned_for_each_kernel(dout, cache):
    w = cache[1]
    dx, places = windows_of_dx(dout, cache)
    for i, j, window in places:
        window[...] = dout[:, -1, i, j][:, np.newaxis, np.newaxis, np.newaxis] * w[-1]
    return dx, *convolution.conv_backward(dout, cache)[1:]
