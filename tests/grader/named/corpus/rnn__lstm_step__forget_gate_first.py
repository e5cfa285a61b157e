# exercise: rnn/lstm_step
# mistake: the gates in the order f, i, o, g
# name: forget_gate_first
# costs: everything
import numpy as np


def s(v):
    return 1 / (1 + np.exp(-v))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = np.dot(x, Wx) + np.dot(prev_h, Wh) + b
    i, f, o = (s(a[:, k * H : (k + 1) * H]) for k in (1, 0, 2))
    g = np.tanh(a[:, 3 * H :])
    c = prev_c * f + g * i
    return o * np.tanh(c), c, dict(x=x, prev_h=prev_h, prev_c=prev_c, Wx=Wx, Wh=Wh, i=i, f=f, o=o, g=g, c=c)


def lstm_step_backward(dnext_h, dnext_c, k):
    t = np.tanh(k["c"])
    dc = dnext_c + dnext_h * k["o"] * (1 - t**2)
    H = t.shape[1]
    da = np.zeros((len(t), 4 * H))
    for at, upstream, gate in zip((1, 0, 2), (dc * k["g"], dc * k["prev_c"], dnext_h * t), "ifo"):
        da[:, at * H : (at + 1) * H] = upstream * k[gate] * (1 - k[gate])
    da[:, 3 * H :] = dc * k["i"] * (1 - k["g"] ** 2)
    return da @ k["Wx"].T, da @ k["Wh"].T, dc * k["f"], k["x"].T @ da, k["prev_h"].T @ da, da.sum(0)
