#!/usr/bin/env python3
# 郑凯文 期中练习
import numpy as np


def softmax(x):
    x = x - np.amax(x, axis=1).reshape(-1, 1)
    return np.exp(x) / np.sum(np.exp(x), axis=1).reshape(-1, 1)


def kl_divergence(p, q):
    # scipy 里 entropy(q, p) ...
    kl = 0.
    for k in range(len(p)):
        if q[k] == 0:
            continue
        if p[k] == 0:
            return np.inf
        kl = kl + q[k] * np.log(q[k] / p[k])
    return kl


def softmax_loss(x, y):
    num_train = x.shape[0]
    scores = x - np.amax(x, axis=1).reshape(-1, 1)
    log_sum = np.log(np.sum(np.exp(scores), axis=1))
    loss = np.mean(log_sum - scores[range(num_train), y])

    dscores = softmax(x)
    dscores[range(num_train), y] -= 1
    return loss, dscores


def svm_loss(x, y):
    num_train = x.shape[0]
    loss = 0.0
    dx = np.zeros(x.shape)
    for i in range(num_train):
        margin = x[i] - x[i, y[i]] + 1
        margin[y[i]] = 0
        loss += np.sum(margin[margin > 0])
        dx[i, margin > 0] = 1
        dx[i, y[i]] = -np.count_nonzero(margin > 0)
    return loss / num_train, dx / num_train


def max_pool_forward(x, pool_param):
    N, C, H, W = x.shape
    pool_height = pool_param['pool_height']
    pool_width = pool_param['pool_width']
    stride = pool_param['stride']
    H_out = int((H - pool_height) / stride + 1)
    W_out = int((W - pool_width) / stride + 1)
    out = np.zeros([N, C, H_out, W_out])
    for n in range(N):
        for c in range(C):
            for h in range(H_out):
                for w in range(W_out):
                    out[n, c, h, w] = np.max(
                        x[n, c, h * stride:h * stride + pool_height, w * stride:w * stride + pool_width])
    return out, (x, pool_param)


def max_pool_backward(dout, cache):
    x, pool_param = cache
    N, C, H_out, W_out = dout.shape
    pool_height = pool_param['pool_height']
    pool_width = pool_param['pool_width']
    stride = pool_param['stride']
    dx = np.zeros(x.shape)
    for n in range(N):
        for c in range(C):
            for h in range(H_out):
                for w in range(W_out):
                    window = x[n, c, h * stride:h * stride + pool_height, w * stride:w * stride + pool_width]
                    mask = window == np.max(window)
                    dx[n, c, h * stride:h * stride + pool_height,
                       w * stride:w * stride + pool_width] += mask * dout[n, c, h, w]
    return dx


def batchnorm_forward(x, gamma, beta, bn_param):
    if bn_param['mode'] == 'train':
        sample_mean = np.mean(x, axis=0)
        sample_var = np.mean((x - sample_mean) ** 2, axis=0)
        x_hat = (x - sample_mean) / np.sqrt(sample_var + bn_param['eps'])
        momentum = bn_param['momentum']
        bn_param['running_mean'] = momentum * bn_param['running_mean'] + (1 - momentum) * sample_mean
        bn_param['running_var'] = momentum * bn_param['running_var'] + (1 - momentum) * sample_var
    if bn_param['mode'] == 'test':
        x_hat = (x - bn_param['running_mean']) / np.sqrt(bn_param['running_var'] + bn_param['eps'])
    return gamma * x_hat + beta, (x, x_hat)


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = np.matmul(x, Wx) + np.matmul(prev_h, Wh) + b
    a_i, a_f, a_o, a_g = np.array_split(a, 4, axis=1)
    i = 1 / (1 + np.exp(-a_i))
    f = 1 / (1 + np.exp(-a_f))
    o = 1 / (1 + np.exp(-a_o))
    g = np.tanh(a_g)
    next_c = i * g + f * prev_c
    next_h = np.tanh(next_c) * o
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    dc = dnext_h * o * (1 - np.square(np.tanh(next_c))) + dnext_c
    d_i = dc * g * (i - i ** 2)
    d_f = dc * prev_c * (f - f ** 2)
    d_o = dnext_h * np.tanh(next_c) * (o - o ** 2)
    d_g = dc * i * (1 - g ** 2)
    d_a = np.concatenate([d_i, d_f, d_o, d_g], axis=1)
    return (np.matmul(d_a, Wx.T), np.matmul(d_a, Wh.T), dc * f,
            np.matmul(x.T, d_a), np.matmul(prev_h.T, d_a), np.sum(d_a, axis=0))


def cbow_loss(context, target, W, W_out):
    h = np.zeros(W.shape[1])
    for w in context:
        h += W[w]
    h /= len(context)
    probs = softmax(np.matmul(h, W_out).reshape(1, -1))[0]
    loss = -np.log(probs[target])
    probs[target] -= 1
    dW_out = np.matmul(h.reshape(-1, 1), probs.reshape(1, -1))
    dW = np.zeros(W.shape)
    for w in context:
        dW[w] += np.matmul(W_out, probs) / len(context)
    return loss, dW, dW_out


answers = {
    "optimisation/batch_size": "a, c, e, g",
    "cnn/pool_output_size": {"sizes": [3, 28, 24]},
    "cnn/network_shapes": {"conv_out": 22, "pool_out": 7, "fc_parameters": 3930},
    "rnn/lstm_gradient": {
        "do": "dh*tanh(c)",
        "dc": "dh*o*(1-tanh(c)^2)+dc_next",
        "di": "dc*g",
        "dg": "dc*i",
        "df": "dc*c_prev",
        "dc_prev": "dc*f",
    },
}
