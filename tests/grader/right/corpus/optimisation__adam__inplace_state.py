# exercise: optimisation/adam
# style: moments in place
import numpy as np
class Adam:
    """Returns the same own buffer each step (w is copied into it)."""
    def __init__(self, lr, beta1, beta2, eps):
        self.p = lr, beta1, beta2, eps
        self.w = self.m = self.v = None
        self.t = 0
    def step(self, w, g):
        lr, b1, b2, eps = self.p
        if self.w is None:
            self.w, self.m, self.v = np.array(w), np.zeros_like(w), np.zeros_like(w)
        self.w[:] = w
        self.t += 1
        self.m *= b1; self.m += (1 - b1) * g
        self.v *= b2; self.v += (1 - b2) * g * g
        self.w -= lr * (self.m / (1 - b1**self.t)) / (np.sqrt(self.v / (1 - b2**self.t)) + eps)
        return self.w
