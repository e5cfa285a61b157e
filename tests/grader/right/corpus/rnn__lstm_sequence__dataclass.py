# exercise: rnn/lstm_sequence
# style: a dataclass as cache
from dataclasses import dataclass, astuple
from functools import reduce, lru_cache
from itertools import accumulate
import numpy as np

@dataclass(frozen=True, slots=True)
class S:
    x: np.ndarray
    h0: np.ndarray
    c0: np.ndarray
    i: np.ndarray
    f: np.ndarray
    o: np.ndarray
    g: np.ndarray
    c: np.ndarray
    @property
    def h(self): return self.o * np.tanh(self.c)

sig = np.vectorize(lambda s: 1 / (1 + np.exp(-s)))

def lstm_forward(x, h0, Wx, Wh, b):
    def step(s, xt):
        h, c = (h0, np.zeros_like(h0)) if s is None else (s.h, s.c)
        match np.hsplit(xt @ Wx + h @ Wh + b, 4):
            case [i, f, o, g]:
                i, f, o, g = sig(i), sig(f), sig(o), np.tanh(g)
        return S(xt, h, c, i, f, o, g, f * c + i * g)
    _, *steps = accumulate([None, *np.moveaxis(x, 1, 0)], step)
    return np.stack([s.h for s in steps], 1), (steps, Wx, Wh)

def lstm_backward(dh, cache):
    steps, Wx, Wh = cache
    def back(acc, pair):
        dx, dhn, dcn, dWx, dWh, db = acc
        d, s = pair
        d = d + dhn; tc = np.tanh(s.c)
        dc = dcn + d * s.o * (1 - tc**2)
        da = np.hstack([dc * s.g * s.i * (1 - s.i), dc * s.c0 * s.f * (1 - s.f), d * tc * s.o * (1 - s.o), dc * s.i * (1 - s.g**2)])
        return [da @ Wx.T, *dx], da @ Wh.T, dc * s.f, dWx + s.x.T @ da, dWh + s.h0.T @ da, db + da.sum(0)
    dx, dh0, _, *w = reduce(back, zip(reversed(dh.swapaxes(0, 1)), reversed(steps)), ([], 0, 0, 0, 0, 0))
    return np.stack(dx, 1), dh0, *w
