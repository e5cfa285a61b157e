# exercise: cnn/cross_correlation
# mistake: kernel[::-1] flips rows only
# name: only_rows_flipped
import numpy as np


def cross_correlation(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(windows, kernel, axes=2)


def true_convolution(x, kernel):
    return cross_correlation(x, kernel[::-1])
