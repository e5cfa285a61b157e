# exercise: feedforward/softmax
# style: masked arrays, in place
import numpy as np
from functools import partial
def _s(axis, x):
    x -= x.max(axis, keepdims=True)
    np.exp(x, x)
    x /= x.sum(axis, keepdims=True)
    return np.ma.masked_array(x)
softmax = partial(_s, 1)
