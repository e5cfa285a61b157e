"""Naive twins: the sums of the docstrings, written as nested loops over single numbers.

What slides windows or multiplies matrices is held against them too. They add up tensors, so that autograd
differentiates the loops.
"""

from itertools import product

import torch

from reference_impl import convolution, losses, pooling
from tests.reference_impl.oracle.cnn import draw_image_and_kernel
from tests.reference_impl.oracle.losses import draw_classifier, no_margin_at_its_kink
from tests.reference_impl.oracle.row import Row, Sampler, layer, loss, value

LOOPS = "nested loops over single numbers, beside the row that holds it against torch"


def draw_small_conv(s: Sampler):
    n, c, f, height, width = s.sizes((1, 2), (1, 2), (1, 2), (2, 4), (2, 4))
    kernel_height, kernel_width, stride, pad = s.sizes((1, 2), (1, 2), (1, 3), (0, 1))
    return {
        "x": s.normal(n, c, height, width),
        "w": s.normal(f, c, kernel_height, kernel_width),
        "b": s.normal(f),
        "conv_param": {"stride": stride, "pad": pad},
    }


def naive_conv(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    n_samples, channels, height, width = x.shape
    filters, _, kernel_height, kernel_width = w.shape
    out_height = (height + 2 * pad - kernel_height) // stride + 1
    out_width = (width + 2 * pad - kernel_width) // stride + 1
    out = []
    for n, f, i, j in product(range(n_samples), range(filters), range(out_height), range(out_width)):
        total = b[f]
        for c, a, e in product(range(channels), range(kernel_height), range(kernel_width)):
            row, column = i * stride + a - pad, j * stride + e - pad
            if 0 <= row < height and 0 <= column < width:  # outside there are zeros
                total = total + w[f, c, a, e] * x[n, c, row, column]
        out.append(total)
    return [torch.stack(out).reshape(n_samples, filters, out_height, out_width)]


def draw_small_pool(s: Sampler):
    n, c, height, width = s.sizes((1, 2), (1, 2), (3, 5), (3, 5))
    pool_height, pool_width, stride = s.sizes((1, 3), (1, 3), (1, 4))
    x = s.rng.permutation(n * c * height * width).reshape(n, c, height, width) / 7.0  # no ties
    return {"x": x, "pool_param": {"pool_height": pool_height, "pool_width": pool_width, "stride": stride}}


def naive_pool(reduce):
    def pool(x, pool_param):
        height, width, stride = (pool_param[key] for key in ("pool_height", "pool_width", "stride"))
        out_height = (x.shape[2] - height) // stride + 1
        out_width = (x.shape[3] - width) // stride + 1
        out = []
        for n, c, i, j in product(range(x.shape[0]), range(x.shape[1]), range(out_height), range(out_width)):
            places = product(range(height), range(width))
            out.append(reduce([x[n, c, i * stride + a, j * stride + e] for a, e in places]))
        return [torch.stack(out).reshape(x.shape[0], x.shape[1], out_height, out_width)]

    return pool


def naive_true_convolution(x, kernel):
    """Every kernel entry sends every pixel to where their places add up; only full overlaps are kept."""
    full = torch.zeros(x.shape[0] + kernel.shape[0] - 1, x.shape[1] + kernel.shape[1] - 1, dtype=x.dtype)
    for i, j, a, e in product(*map(range, (*x.shape, *kernel.shape))):
        full[i + a, j + e] += x[i, j] * kernel[a, e]
    return [full[kernel.shape[0] - 1 : x.shape[0], kernel.shape[1] - 1 : x.shape[1]]]


def naive_linear_svm(W, X, y, reg):
    total = torch.zeros((), dtype=W.dtype)
    for i, label in enumerate(y.tolist()):
        scores = [X[i] @ W[:, j] for j in range(W.shape[1])]
        for j, score in enumerate(scores):
            if j != label and score - scores[label] + 1 > 0:
                total = total + score - scores[label] + 1
    return [total / len(X) + reg * sum(w * w for w in W.flatten())]


NAIVE = {
    "conv in six loops and one": Row(
        covers=("convolution.conv_forward", "convolution.conv_backward"),
        draw=draw_small_conv,
        ours=layer(convolution.conv_forward, convolution.conv_backward, "x", "w", "b"),
        torch=naive_conv,
        wrt=("x", "w", "b"),
        instead_of_torch=LOOPS,
    ),
    "max_pool in loops": Row(
        covers=("pooling.max_pool_forward", "pooling.max_pool_backward"),
        draw=draw_small_pool,
        ours=layer(pooling.max_pool_forward, pooling.max_pool_backward, "x"),
        torch=naive_pool(max),
        wrt=("x",),
        instead_of_torch=LOOPS,
    ),
    "avg_pool in loops": Row(
        covers=("pooling.avg_pool_forward", "pooling.avg_pool_backward"),
        draw=draw_small_pool,
        ours=layer(pooling.avg_pool_forward, pooling.avg_pool_backward, "x"),
        torch=naive_pool(lambda pixels: sum(pixels) / len(pixels)),
        wrt=("x",),
        instead_of_torch=LOOPS,
    ),
    "true_convolution in loops": Row(
        covers=("convolution.true_convolution",),
        draw=draw_image_and_kernel,
        ours=value(convolution.true_convolution),
        torch=naive_true_convolution,
        instead_of_torch=LOOPS,
    ),
    "linear_svm_loss_naive in loops": Row(
        covers=("losses.linear_svm_loss_naive",),
        draw=draw_classifier,
        ours=loss(losses.linear_svm_loss_naive, "W"),
        torch=naive_linear_svm,
        wrt=("W",),
        instead_of_torch=LOOPS,
        clear=lambda W, X, y, reg: no_margin_at_its_kink(X @ W, y),
    ),
}
