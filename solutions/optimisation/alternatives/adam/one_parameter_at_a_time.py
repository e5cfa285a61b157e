"""An object for each parameter, made at the first step, holds its two moments as plain numbers."""


class Moments:
    def __init__(self):
        self.m = self.v = 0.0

    def update(self, slope, beta1, beta2, t):
        self.m += (1 - beta1) * (slope - self.m)
        self.v += (1 - beta2) * (slope**2 - self.v)
        return self.m / (1 - beta1**t), self.v / (1 - beta2**t)


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.betas, self.eps = lr, (beta1, beta2), eps
        self.moments = {}
        self.steps = 0

    def step(self, w, g):
        self.steps += 1
        new = []
        for k in range(len(w)):
            kept = self.moments.setdefault(k, Moments())
            m, v = kept.update(g[k], *self.betas, self.steps)
            new.append(w[k] - self.lr * m / (v**0.5 + self.eps))
        return new
