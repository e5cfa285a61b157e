# exercise: regularisation/batchnorm_by_hand
# style: NumPy does the sums, in float32
# seed: 3
import numpy as np

x = np.float32([-0.1, 0.7, 0.3, 0.6])
var = x.var()
h = (x - x.mean()) / np.sqrt(var + np.float32(0.02))
answers = {"regularisation/batchnorm_by_hand": (x.mean(), var, h[1], 1.5 * h[1] + 0.7, 0.7 * 2 + 0.3 * var)}
