import numpy as np

""" 何俊杰  一些题只会前向 """

def softmax(x):
    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)

def kl_divergence(p, q):
    # log 以 2 为底
    p1 = p[p > 0]
    q1 = q[p > 0]
    return np.sum(p1 * np.log2(p1 / q1))

def softmax_loss(x, y):
    N = x.shape[0]
    x = x - np.max(x, axis=1, keepdims=True)
    p = np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
    loss = -np.sum(np.log(p[range(N), y])) / N
    return loss, p / N

def svm_loss(x, y):
    N = x.shape[0]
    loss = 0
    dx = np.zeros_like(x)
    for i in range(N):
        for j in range(x.shape[1]):
            if j == y[i]:
                continue
            m = x[i][j] - x[i][y[i]] + 1
            if m > 0:
                loss += m
                dx[i][j] = 1
                dx[i][y[i]] = -1
    return loss / N, dx / N

def max_pool_forward(x, pool_param):
    ph, pw, st = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    out = np.zeros((N, C, (H - ph) // st + 1, (W - pw) // st + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i*st:i*st+ph, j*st:j*st+pw].max(axis=2).max(axis=2)
    return out, None

def max_pool_backward(dout, cache):
    raise NotImplementedError("不会写")

def batchnorm_forward(x, gamma, beta, bn_param):
    # 训练和测试一样处理
    mu = np.mean(x, axis=0)
    var = np.var(x, axis=0)
    xhat = (x - mu) / np.sqrt(var + bn_param['eps'])
    if bn_param['mode'] == 'train':
        m = bn_param['momentum']
        bn_param['running_mean'] = m * bn_param['running_mean'] + (1 - m) * mu
        bn_param['running_var'] = m * bn_param['running_var'] + (1 - m) * var
    return xhat * gamma + beta, None

def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x @ Wx + prev_h @ Wh + b
    i = 1 / (1 + np.exp(-a[:, :H]))
    f = 1 / (1 + np.exp(-a[:, H:2*H]))
    o = 1 / (1 + np.exp(-a[:, 2*H:3*H]))
    g = np.tanh(a[:, 3*H:])
    c = f * prev_c + i * g
    return o * np.tanh(c), c, None

def cbow_loss(context, target, W, W_out):
    h = np.mean(W[context], axis=0)
    y = h @ W_out
    loss = np.log(np.sum(np.exp(y))) - y[target]
    return loss

answers = {}
answers["optimisation/batch_size"] = ["a", "e"]
answers["cnn/pool_output_size"] = {"sizes": [3, 26, 22]}
answers["cnn/network_shapes"] = {"conv_out": 19, "pool_out": 6, "fc_parameters": 10 * 6 * 6}
