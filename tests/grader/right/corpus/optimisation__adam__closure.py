# exercise: optimisation/adam
# style: a generator that is sent to
from types import SimpleNamespace
import numpy as np

def Adam(lr, beta1, beta2, eps):
    def run():
        m = v = t = 0
        w = None
        while True:
            w, g = yield w
            t += 1
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**2
            w = w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    c = run()
    next(c)
    return SimpleNamespace(step=lambda w, g: c.send((w, g)))
