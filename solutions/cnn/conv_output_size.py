"""Windows start at 0, s, 2s, ..., at the latest at H + 2P - k: floor((H - k + 2P) / s) + 1 of them.

At stride 1 the output is k - 1 - 2P shorter than the input, so P = (k - 1) / 2 keeps the size.
"""


def conv_output_size(size, kernel, stride, padding):
    return [(h - k + 2 * padding) // stride + 1 for h, k in zip(size, kernel, strict=True)]


def same_padding(odd_kernel):
    return [k // 2 for k in odd_kernel]  # k is odd: its half, rounded down, is (k - 1) / 2
