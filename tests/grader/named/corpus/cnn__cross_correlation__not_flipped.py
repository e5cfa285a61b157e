# exercise: cnn/cross_correlation
# mistake: the convolution does not flip its kernel
# name: not_flipped
import numpy as np



def cross_correlation(x, kernel):
    h, w = kernel.shape
    out = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + h, j : j + w] * kernel)
    return out


true_convolution = cross_correlation
