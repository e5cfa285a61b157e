# exercise: optimisation/adam
# mistake: t counts the steps already made, and the first one goes without the correction
# name: steps_counted_from_zero
# costs: everything
import numpy as np

class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.b1, self.b2, self.eps = lr, beta1, beta2, eps
        self.m = self.v = 0
        self.t = 0

    def step(self, w, g):
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g ** 2
        m, v = self.m, self.v
        if self.t > 0:
            m = m / (1 - self.b1 ** self.t)
            v = v / (1 - self.b2 ** self.t)
        self.t += 1
        return w - self.lr * m / (np.sqrt(v) + self.eps)
