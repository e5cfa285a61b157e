# -*- coding: utf-8 -*-
"""
深度学习期中练习
学号: 02310101  陈一鸣
"""
import numpy as np

answers = {}


# ---------- 1. softmax ----------
def softmax(x):
    z = x - np.max(x, axis=1, keepdims=True)
    ez = np.exp(z)
    return ez / ez.sum(axis=1, keepdims=True)


# ---------- 2. KL 散度 ----------
def kl_divergence(p, q):
    mask = p > 0                      # 0*log0 = 0, 直接跳过
    if np.any(q[mask] == 0):
        return np.inf
    return np.sum(p[mask] * np.log(p[mask] / q[mask]))


# ---------- 3. softmax loss ----------
def softmax_loss(x, y):
    N = x.shape[0]
    shifted = x - x.max(axis=1, keepdims=True)
    Z = np.sum(np.exp(shifted), axis=1, keepdims=True)
    log_probs = shifted - np.log(Z)
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = np.exp(log_probs)
    dx[np.arange(N), y] -= 1
    dx /= N
    return loss, dx


# ---------- 4. SVM loss ----------
def svm_loss(x, y):
    N = x.shape[0]
    correct = x[np.arange(N), y]
    margins = np.maximum(0, x - correct[:, np.newaxis] + 1.0)
    margins[np.arange(N), y] = 0
    loss = margins.sum() / N
    num_pos = np.sum(margins > 0, axis=1)
    dx = np.zeros_like(x)
    dx[margins > 0] = 1
    dx[np.arange(N), y] -= num_pos
    dx /= N
    return loss, dx


# ---------- 5, 6, 7 ----------
answers["optimisation/batch_size"] = "a, c, e, g"

answers["cnn/pool_output_size"] = {
    "sizes": [(17 - 7) // 4 + 1, (54 - 4 + 4) // 2 + 1, (50 - 7 + 4) // 2 + 1]
}

# (44 + 6 - 7)//2 + 1 = 22;  (22 - 3)//3 + 1 = 7;  (8*7*7 + 1)*10
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 7, "fc_parameters": 10 * (8 * 7 * 7 + 1)}


# ---------- 8. 最大池化 ----------
def max_pool_forward(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    Ho, Wo = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            out[:, :, i, j] = np.max(x[:, :, i*s:i*s+ph, j*s:j*s+pw], axis=(2, 3))
    cache = (x, pool_param)
    return out, cache


def max_pool_backward(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    _, _, Ho, Wo = dout.shape
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i*s:i*s+ph, j*s:j*s+pw]
                    r, k = np.unravel_index(np.argmax(win), win.shape)
                    dx[n, c, i*s+r, j*s+k] += dout[n, c, i, j]
    return dx


# ---------- 9. batch normalization ----------
def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param['mode']
    eps = bn_param.get('eps', 1e-5)
    momentum = bn_param.get('momentum', 0.9)
    N, D = x.shape
    running_mean = bn_param.get('running_mean', np.zeros(D, dtype=x.dtype))
    running_var = bn_param.get('running_var', np.zeros(D, dtype=x.dtype))

    out, cache = None, None
    if mode == 'train':
        mu = x.mean(axis=0)
        var = x.var(axis=0)
        std = np.sqrt(var + eps)
        x_hat = (x - mu) / std
        out = gamma * x_hat + beta
        cache = (x, mu, std, x_hat, gamma)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
    elif mode == 'test':
        out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
    else:
        raise ValueError('Invalid forward batchnorm mode "%s"' % mode)

    bn_param['running_mean'] = running_mean
    bn_param['running_var'] = running_var
    return out, cache


# ---------- 10. LSTM ----------
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x.dot(Wx) + prev_h.dot(Wh) + b
    i = sigmoid(a[:, 0:H])
    f = sigmoid(a[:, H:2*H])
    o = sigmoid(a[:, 2*H:3*H])
    g = np.tanh(a[:, 3*H:4*H])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    cache = (x, prev_h, prev_c, Wx, Wh, b, i, f, o, g, next_c)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, b, i, f, o, g, next_c = cache
    t = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - t**2)      # 两条路的梯度相加
    do = dnext_h * t
    di, df, dg = dc * g, dc * prev_c, dc * i
    dprev_c = dc * f
    da = np.hstack((di * i * (1 - i), df * f * (1 - f), do * o * (1 - o), dg * (1 - g**2)))
    dx = da.dot(Wx.T)
    dprev_h = da.dot(Wh.T)
    dWx = x.T.dot(da)
    dWh = prev_h.T.dot(da)
    db = da.sum(axis=0)
    return dx, dprev_h, dprev_c, dWx, dWh, db


# ---------- 11. LSTM 梯度推导 ----------
answers["rnn/lstm_gradient"] = {
    "do": "dh * tanh(c)",
    "dc": "dh * o * (1 - tanh(c)^2) + dc_next",
    "di": "dc * g",
    "dg": "dc * i",
    "df": "dc * c_prev",
    "dc_prev": "dc * f",
}


# ---------- 12. CBOW ----------
def cbow_loss(context, target, W, W_out):
    C = len(context)
    h = W[context].mean(axis=0)
    scores = h.dot(W_out)
    scores -= scores.max()
    p = np.exp(scores) / np.exp(scores).sum()
    loss = -scores[target] + np.log(np.exp(scores).sum())
    dscores = p
    dscores[target] -= 1
    dW_out = np.outer(h, dscores)
    dh = W_out.dot(dscores)
    dW = np.zeros_like(W)
    np.add.at(dW, context, dh / C)
    return loss, dW, dW_out
