# exercise: optimisation/adam
# style: slots
import numpy as np

class Optimizer:
    __slots__ = ("state", "config")
    def step(self, w, g): raise NotImplementedError

class Adam(Optimizer):
    __slots__ = ()
    def __init__(self, *args):
        self.config = args
        self.state = iter(range(1, 10**9)), [0.0, 0.0]
    def step(self, w, g, /):
        lr, *b, eps = self.config
        t = next(self.state[0]); s = self.state[1]
        for k in 0, 1:
            s[k] = b[k] * s[k] + (1 - b[k]) * g ** (k + 1)
        m, v = (s[k] / (1 - b[k] ** t) for k in (0, 1))
        return np.ascontiguousarray(w - lr * m / (v ** .5 + eps))
