# exercise: optimisation/momentum
# style: both results in one matrix
"""Both updates as one linear map of (w, v, dw), for w_new = w + mu v - eta dw."""

import numpy as np


def momentum_step(w, v, dw, learning_rate, momentum):
    step = np.array([[1, momentum, -learning_rate], [0, momentum, -learning_rate]])
    return step @ np.stack([w, v, dw])
