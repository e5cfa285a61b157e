"""LSTM 的一个时间步。"""
import numpy as np


def sigmoid(z):
    # 分正负两段，避免 exp 溢出
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def affine(x, h, Wx, Wh, b):
    return x @ Wx + h @ Wh + b


def affine_backward(da, x, h, Wx, Wh):
    return da @ Wx.T, da @ Wh.T, x.T @ da, h.T @ da, da.sum(axis=0)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_c.shape[1]
    a = affine(x, prev_h, Wx, Wh, b)
    gates = sigmoid(a[:, : 3 * H])
    i, f, o = gates[:, :H], gates[:, H : 2 * H], gates[:, 2 * H :]
    g = np.tanh(a[:, 3 * H :])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, ((x, prev_h, Wx, Wh), (i, f, o, g), (prev_c, next_c))


def lstm_step_backward(dnext_h, dnext_c, cache):
    inputs, (i, f, o, g), (prev_c, next_c) = cache
    x, prev_h, Wx, Wh = inputs
    tanh_c = np.tanh(next_c)
    d_c = dnext_c + dnext_h * o * (1 - tanh_c * tanh_c)
    da_i = d_c * g * i * (1 - i)
    da_f = d_c * prev_c * f * (1 - f)
    da_o = dnext_h * tanh_c * o * (1 - o)
    da_g = d_c * i * (1 - g * g)
    da = np.concatenate((da_i, da_f, da_o, da_g), axis=1)
    dx, dprev_h, dWx, dWh, db = affine_backward(da, x, prev_h, Wx, Wh)
    return dx, dprev_h, d_c * f, dWx, dWh, db
