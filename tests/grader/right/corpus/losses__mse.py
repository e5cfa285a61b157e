# exercise: losses/mse
# style: float32 sums, np.vdot
import numpy as np


def mse_loss(x, y):
    d = np.float32(x) - np.float32(y)
    return np.vdot(d, d) / d.size, d * np.float32(2 / d.size)
