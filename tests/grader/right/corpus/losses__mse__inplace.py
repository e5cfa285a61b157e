# exercise: losses/mse
# style: in place
import numpy as np
from collections import namedtuple
R = namedtuple("R", "loss dx")
def mse_loss(x, y):
    x -= y
    loss = np.square(x).mean(keepdims=True)
    x *= 2
    x /= x.size
    return R(dx=x, loss=loss)
