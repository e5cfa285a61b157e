"""损失函数。"""
import numpy as np


def log_softmax(x):
    """数值稳定的 log softmax，softmax 和交叉熵都用它。"""
    m = np.max(x, axis=-1, keepdims=True)
    return x - (m + np.log(np.sum(np.exp(x - m), axis=-1, keepdims=True)))


def softmax(x):
    return np.exp(log_softmax(x))


def entropy_term(a, b):
    """单个事件对 KL 的贡献 a * ln(a / b)。"""
    if a == 0:
        return 0.0
    if b == 0:
        return float("inf")
    return a * np.log(a / b)


def kl_divergence(p, q):
    return sum(entropy_term(a, b) for a, b in zip(p, q))


def softmax_loss(x, y):
    log_p = log_softmax(x)
    picked = np.take_along_axis(log_p, y[:, None], axis=1)
    dx = np.exp(log_p)
    np.put_along_axis(dx, y[:, None], np.take_along_axis(dx, y[:, None], axis=1) - 1, axis=1)
    return -picked.mean(), dx / x.shape[0]


def svm_loss(x, y):
    n_samples = x.shape[0]
    s_y = np.take_along_axis(x, y[:, None], axis=1)
    margins = np.clip(x - s_y + 1, 0, None)
    # 正确类自己的间隔恒为 1，所以每个样本减掉 1 就等于不算它
    loss = (margins.sum(axis=1) - 1).mean()
    active = (margins > 0).astype(x.dtype)
    np.put_along_axis(active, y[:, None], 0.0, axis=1)
    np.put_along_axis(active, y[:, None], -active.sum(axis=1, keepdims=True), axis=1)
    return loss, active / n_samples
