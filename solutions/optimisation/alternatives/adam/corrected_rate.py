"""Corrections go into the learning rate and eps; moments live in buffers that change in place, in float32."""

import numpy as np


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.__dict__.update(lr=lr, beta1=beta1, beta2=beta2, eps=eps, buffers=None)
        self.power1 = self.power2 = 1.0

    def step(self, w, g):
        if self.buffers is None:
            self.buffers = np.zeros((2, w.size), dtype=np.float32)
        m, v = self.buffers
        m *= self.beta1
        m += (1 - self.beta1) * g
        v *= self.beta2
        v += (1 - self.beta2) * g * g
        self.power1 *= self.beta1
        self.power2 *= self.beta2
        root = np.sqrt(1 - self.power2)
        return w - self.lr * root / (1 - self.power1) * m / (np.sqrt(v) + self.eps * root)
