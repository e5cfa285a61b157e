# coding: gb18030
# 姓名：周子涵　　学号：02310106
# 说明：我习惯用 Python 列表写，最后结果也用列表返回。
import math
import numpy as np


def softmax(x):
    结果 = []
    for 行 in x.tolist():
        最大 = max(行)
        e = [math.exp(v - 最大) for v in 行]
        总和 = sum(e)
        结果.append([v / 总和 for v in e])
    return 结果


def kl_divergence(p, q):
    d = 0.0
    for a, b in zip(p.tolist(), q.tolist()):
        if a == 0:
            continue            # 规定 0·log0 = 0
        if b == 0:
            return float('inf')
        d += a * math.log(a / b)
    return [d]


def softmax_loss(x, y):
    n, c = x.shape
    loss, dx = 0.0, []
    for 行, k in zip(x.tolist(), y.tolist()):
        最大 = max(行)
        logZ = 最大 + math.log(sum(math.exp(v - 最大) for v in 行))
        loss += logZ - 行[k]
        dx.append([(math.exp(v - logZ) - (1 if j == k else 0)) / n for j, v in enumerate(行)])
    return np.array([loss / n]), dx


def svm_loss(x, y):
    n, c = x.shape
    loss = 0.0
    dx = [[0.0] * c for _ in range(n)]
    for r in range(n):
        k = int(y[r])
        for j in range(c):
            if j != k:
                间隔 = x[r, j] - x[r, k] + 1
                if 间隔 > 0:
                    loss += 间隔 / n
                    dx[r][j] += 1 / n
                    dx[r][k] -= 1 / n
    return np.array([loss]), dx


def max_pool_forward(x, pool_param):
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    Ho, Wo = (H - ph) // s + 1, (W - pw) // s + 1
    out, 位置 = [], {}
    for n in range(N):
        out.append([])
        for c in range(C):
            图 = x[n, c].tolist()
            池化 = [[None] * Wo for _ in range(Ho)]
            for i in range(Ho):
                for j in range(Wo):
                    最大, 谁 = -math.inf, None
                    for r in range(i * s, i * s + ph):
                        for k in range(j * s, j * s + pw):
                            if 图[r][k] > 最大:
                                最大, 谁 = 图[r][k], (r, k)
                    池化[i][j] = 最大
                    位置[n, c, i, j] = 谁
            out[n].append(池化)
    return out, (x.shape, 位置)


def max_pool_backward(dout, cache):
    形状, 位置 = cache
    dx = np.zeros(形状)
    for (n, c, i, j), (r, k) in 位置.items():
        dx[n, c, r, k] += dout[n, c, i, j]
    return dx.tolist()


def batchnorm_forward(x, gamma, beta, bn_param):
    N, D = x.shape
    m, eps = bn_param['momentum'], bn_param['eps']
    if bn_param['mode'] == 'train':
        mu = [sum(x[:, j]) / N for j in range(D)]
        var = [sum((v - mu[j]) ** 2 for v in x[:, j]) / N for j in range(D)]
        bn_param['running_mean'] = [m * a + (1 - m) * b for a, b in zip(bn_param['running_mean'], mu)]
        bn_param['running_var'] = [m * a + (1 - m) * b for a, b in zip(bn_param['running_var'], var)]
    else:
        mu, var = bn_param['running_mean'], bn_param['running_var']
    out = [[gamma[j] * (x[n, j] - mu[j]) / math.sqrt(var[j] + eps) + beta[j] for j in range(D)]
           for n in range(N)]
    return out, None


def sig(v):
    return 1 / (1 + math.exp(-v))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    N, H = prev_h.shape
    a = np.dot(x, Wx) + np.dot(prev_h, Wh) + b
    门 = []
    next_h, next_c = [], []
    for n in range(N):
        hs, cs, 本行 = [], [], []
        for k in range(H):
            i, f, o = sig(a[n, k]), sig(a[n, H + k]), sig(a[n, 2 * H + k])
            g = math.tanh(a[n, 3 * H + k])
            c = f * prev_c[n, k] + i * g
            cs.append(c)
            hs.append(o * math.tanh(c))
            本行.append((i, f, o, g, c))
        next_h.append(hs)
        next_c.append(cs)
        门.append(本行)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, 门)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, 门 = cache
    N, H = prev_h.shape
    da = np.zeros((N, 4 * H))
    dprev_c = np.zeros((N, H))
    for n in range(N):
        for k in range(H):
            i, f, o, g, c = 门[n][k]
            t = math.tanh(c)
            dc = dnext_c[n, k] + dnext_h[n, k] * o * (1 - t * t)
            da[n, k] = dc * g * i * (1 - i)
            da[n, H + k] = dc * prev_c[n, k] * f * (1 - f)
            da[n, 2 * H + k] = dnext_h[n, k] * t * o * (1 - o)
            da[n, 3 * H + k] = dc * i * (1 - g * g)
            dprev_c[n, k] = dc * f
    return [v.tolist() for v in (da @ Wx.T, da @ Wh.T, dprev_c, x.T @ da, prev_h.T @ da)] + [da.sum(0, keepdims=True)]


def cbow_loss(context, target, W, W_out):
    V, N = W.shape
    C = len(context)
    h = [sum(W[w, k] for w in context) / C for k in range(N)]
    y = [sum(h[k] * W_out[k, j] for k in range(N)) for j in range(V)]
    最大 = max(y)
    logZ = 最大 + math.log(sum(math.exp(v - 最大) for v in y))
    dy = [math.exp(v - logZ) for v in y]
    dy[target] -= 1
    dW = [[0.0] * N for _ in range(V)]
    for w in context:
        for k in range(N):
            dW[w][k] += sum(W_out[k, j] * dy[j] for j in range(V)) / C
    dW_out = [[h[k] * dy[j] for j in range(V)] for k in range(N)]
    return [logZ - y[target]], dW, dW_out


answers = {}
answers["optimisation/batch_size"] = "A、C、E、G"
answers["cnn/pool_output_size"] = {"sizes": [3, 28, 24]}
answers["cnn/network_shapes"] = {"conv_out": 22, "pool_out": 7, "fc_parameters": 3930}
answers["rnn/lstm_gradient"] = {
    "do": "dh·tanh(c)",
    "dc": "dh·o·(1−tanh(c)^2)＋dc_next",
    "di": "dc·g",
    "dg": "dc·i",
    "df": "dc·c_prev",
    "dc_prev": "dc·f",
}
