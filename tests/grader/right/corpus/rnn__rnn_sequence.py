# exercise: rnn/rnn_sequence
# style: recursion in time, writes into dh, a class for the cell
import numpy as np


class Cell:
    def __init__(self, x, before, Wx, Wh, b):
        self.x, self.before, self.Wx, self.Wh = x, before, Wx, Wh
        self.h = np.tanh(x @ Wx + before @ Wh + b)

    def back(self, dh):
        da = dh - dh * self.h * self.h
        return da @ self.Wx.T, da @ self.Wh.T, self.x.T @ da, self.before.T @ da, da.sum(0)


def rnn_forward(x, h0, Wx, Wh, b):
    def go(t, h):
        if t == x.shape[1]:
            return []
        cell = Cell(x[:, t], h, Wx, Wh, b)
        return [cell, *go(t + 1, cell.h)]

    cells = go(0, h0)
    return np.stack([cell.h for cell in cells], axis=1), cells


def rnn_backward(dh, cache):
    parts = [None] * len(cache)
    for t in range(len(cache) - 1, -1, -1):
        parts[t] = cache[t].back(dh[:, t])
        if t:
            dh[:, t - 1] += parts[t][1]
    dx, dprev, dWx, dWh, db = zip(*parts)
    return np.array(dx).swapaxes(0, 1), dprev[0], sum(dWx), sum(dWh), sum(db)
