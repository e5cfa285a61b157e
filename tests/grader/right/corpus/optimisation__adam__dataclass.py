# exercise: optimisation/adam
# style: a dataclass
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Adam:
    lr: float
    beta1: float
    beta2: float
    eps: float
    m: float | np.ndarray = field(default=0.0, init=False)
    v: float | np.ndarray = field(default=0.0, init=False)
    t: int = 0

    def step(self, w, g):
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        return w - self.lr * self.m / (1 - self.beta1**self.t) / (np.sqrt(self.v / (1 - self.beta2**self.t)) + self.eps)
