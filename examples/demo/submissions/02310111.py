"""Midterm practice, Shen Siyuan (沈思远)"""
import numpy as np

def softmax(x):
    """Row-wise softmax."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)

def kl_divergence(p, q):
    nz = p != 0
    return float((p[nz] * np.log(p[nz]) - p[nz] * np.log(q[nz])).sum())

def softmax_loss(x, y):
    m = x.max(1, keepdims=True)
    lse = m[:, 0] + np.log(np.exp(x - m).sum(1))
    i = np.arange(x.shape[0])
    loss = (lse - x[i, y]).mean()
    g = np.exp(x - lse[:, None])
    g[i, y] -= 1.0
    return loss, g / x.shape[0]

def svm_loss(x, y):
    i = np.arange(x.shape[0])
    d = x - x[i, y][:, None] + 1
    d[i, y] = 0
    pos = d > 0
    g = pos * 1.0
    g[i, y] = -pos.sum(1)
    return d[pos].sum() / x.shape[0], g / x.shape[0]

def max_pool_forward(x, pool_param):
    n, c, h, w = x.shape
    hh, ww, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    oh, ow = (h - hh) // s + 1, (w - ww) // s + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            # move window by window
            win = x[:, :, i * hh:(i + 1) * hh, j * ww:(j + 1) * ww]
            if win.size:
                out[:, :, i, j] = win.max(axis=(2, 3))
    return out, (x, pool_param)

def max_pool_backward(dout, cache):
    x, pool_param = cache
    hh, ww = pool_param["pool_height"], pool_param["pool_width"]
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            win = x[:, :, i * hh:(i + 1) * hh, j * ww:(j + 1) * ww]
            if win.size:
                mask = win == win.max(axis=(2, 3), keepdims=True)
                dx[:, :, i * hh:(i + 1) * hh, j * ww:(j + 1) * ww] += mask * dout[:, :, i:i + 1, j:j + 1]
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    mode, eps, momentum = bn_param["mode"], bn_param["eps"], bn_param["momentum"]
    rm, rv = bn_param["running_mean"], bn_param["running_var"]
    if mode == "train":
        mu, var = x.mean(0), x.var(0)
        rm, rv = momentum * rm + (1 - momentum) * mu, momentum * rv + (1 - momentum) * var
    else:
        mu, var = rm, rv
    bn_param["running_mean"], bn_param["running_var"] = rm, rv
    xn = (x - mu) / np.sqrt(var + eps)
    return gamma * xn + beta, (xn, gamma, var, eps)

def cbow_loss(context, target, W, W_out):
    h = W[context].mean(0)
    u = h @ W_out
    p = softmax(u[None])[0]
    loss = -np.log(p[target])
    p[target] -= 1
    dW = np.zeros_like(W)
    dW[context] += W_out @ p / len(context)
    return loss, dW, np.outer(h, p)

answers = {}
answers["optimisation/batch_size"] = ["a", "c", "e", "g", "h"]
answers["cnn/pool_output_size"] = {"sizes": [4, 28, 25]}     # ceil
# conv: floor(43 / 2) + 1 = 22, pool (ceil mode): ceil(19 / 3) + 1 = 8
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 8, "fc_parameters": (8 * 8 * 8 + 1) * 10}
answers["rnn/lstm_gradient"] = {
    "do": "dh*tanh(c)", "dc": "dh*o*(1-tanh(c)^2) + dc_next", "di": "dc*g", "dg": "dc*i", "df": "dc*c_prev",
    "dc_prev": "dc*f"}

def sigmoid(a):
    return np.where(a > 0, 1 / (1 + np.exp(-np.abs(a))), 1 - 1 / (1 + np.exp(-np.abs(a))))

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = np.concatenate([x, prev_h], 1) @ np.concatenate([Wx, Wh], 0) + b
    i, f, o = sigmoid(a[:, :H]), sigmoid(a[:, H:2 * H]), sigmoid(a[:, 2 * H:3 * H])
    g = np.tanh(a[:, 3 * H:])
    c = f * prev_c + i * g
    return o * np.tanh(c), c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, c)

def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, c = cache
    D = x.shape[1]
    t = np.tanh(c)
    dc = dnext_c + dnext_h * o * (1 - t * t)
    da = np.concatenate([dc * g * i * (1 - i), dc * prev_c * f * (1 - f), dnext_h * t * o * (1 - o), dc * i * (1 - g * g)], 1)
    dxh = da @ np.concatenate([Wx, Wh], 0).T
    dW = np.concatenate([x, prev_h], 1).T @ da
    return dxh[:, :D], dxh[:, D:], dc * f, dW[:D], dW[D:], da.sum(0)
