"""CBOW。"""
import numpy as np
from .losses import log_softmax


def cbow_loss(context, target, W, W_out):
    one_hot = np.zeros((len(context), W.shape[0]))
    one_hot[np.arange(len(context)), context] = 1
    average = one_hot.mean(axis=0)          # 上下文 one-hot 的平均，重复的词自然算两次
    h = W.T @ average
    log_p = log_softmax(W_out.T @ h)
    d_y = np.exp(log_p)
    d_y[target] -= 1
    return -log_p[target], np.outer(average, W_out @ d_y), np.outer(h, d_y)
