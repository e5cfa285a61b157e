"""A kernel has a weight for each channel and each of its places, and one bias; it is shared by all places.

A fully connected layer shares nothing: each of its outputs has a weight for each input, and a bias.
"""


def solve(p):
    pixels = p.height * p.width
    return {
        "conv1": p.kernels1 * (p.channels * p.side1 * p.side1 + 1),
        "conv2": p.kernels2 * (p.kernels1 * p.kernel_height * p.kernel_width + 1),
        "fully_connected": pixels * p.kernels1 * (pixels * p.channels + 1),
    }
