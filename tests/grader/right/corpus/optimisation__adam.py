# exercise: optimisation/adam
# style: a class with further methods, a property and a row for a vector
import numpy as np


class Moments:
    def __init__(self, beta):
        self.beta, self.value, self.power = beta, 0, 1

    def add(self, new):
        self.value = self.value + (1 - self.beta) * (new - self.value)
        self.power *= self.beta

    @property
    def corrected(self):
        return self.value / (1 - self.power)


class Adam:
    NAME = "Adam"

    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.eps = lr, eps
        self.first, self.second = Moments(beta1), Moments(beta2)

    def __repr__(self):
        return f"{self.NAME}({self.lr})"

    def step(self, w, g):
        self.first.add(g)
        self.second.add(np.square(g))
        move = self.first.corrected / (self.second.corrected**0.5 + self.eps)
        return (w - self.lr * move)[None, :]
