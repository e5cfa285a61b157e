# exercise: optimisation/adam
# style: updates its argument in place and returns it
"""Updates w in place and returns it."""
import numpy as np
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.b1, self.b2, self.eps, self.t, self.m, self.v = lr, beta1, beta2, eps, 0, 0, 0
    def step(self, w, g):
        self.t += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g * g
        w -= self.lr * self.m / (1 - self.b1**self.t) / (np.sqrt(self.v / (1 - self.b2**self.t)) + self.eps)
        return w
