"""Batch normalisation: every feature gets mean 0 and variance 1 over the batch, then scale and shift."""

from typing import Any

import numpy as np

from reference_impl.checks import check_shape

Array = np.ndarray


def batchnorm_forward(
    x: Array, gamma: Array, beta: Array, bn_param: dict[str, Any]
) -> tuple[Array, tuple[Array, Array, Array] | None]:
    """Normalise each feature, then scale and shift it.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    gamma, beta : ndarray, shape (D,)
        Scale and shift.
    bn_param : dict
        mode ("train" or "test"), eps, momentum, running_mean (D,), running_var (D,). In training the
        running statistics are written back: r = momentum r + (1 - momentum) s, with s the batch's.

    Returns
    -------
    out : ndarray, shape (N, D)
        gamma x_hat + beta, with x_hat = (x - mu) / sqrt(var + eps). In training mu and var are the
        batch's mean and biased variance, (1/N) sum (x - mu)^2; in test mode the running ones.
    cache : tuple, None in test mode
        For `batchnorm_backward`.

    Notes
    -----
    Ioffe and Szegedy 2015, algorithm 1; running statistics as in CS231n, assignment 2.
    """
    x = np.asarray(x)
    check_shape("x", x, (None, None))
    check_shape("gamma", gamma, x.shape[1:])
    check_shape("beta", beta, x.shape[1:])
    eps, momentum = bn_param["eps"], bn_param["momentum"]
    if bn_param["mode"] == "test":
        x_hat = (x - bn_param["running_mean"]) / np.sqrt(bn_param["running_var"] + eps)
        return gamma * x_hat + beta, None
    if bn_param["mode"] != "train":
        raise ValueError(f"bn_param['mode'] should be 'train' or 'test', it is {bn_param['mode']!r}")
    mean = x.mean(axis=0)
    var = x.var(axis=0)
    std = np.sqrt(var + eps)
    x_hat = (x - mean) / std
    bn_param["running_mean"] = momentum * bn_param["running_mean"] + (1 - momentum) * mean
    bn_param["running_var"] = momentum * bn_param["running_var"] + (1 - momentum) * var
    return gamma * x_hat + beta, (x_hat, std, gamma)


def batchnorm_backward(dout: Array, cache: tuple[Array, Array, Array]) -> tuple[Array, Array, Array]:
    """Gradients of batch normalisation in training.

    Parameters
    ----------
    dout : ndarray, shape (N, D)
        Upstream gradient.
    cache : tuple
        Of `batchnorm_forward`.

    Returns
    -------
    dx : ndarray, shape (N, D)
        (gamma / std) (dout - mean(dout) - x_hat mean(dout x_hat)), means over the batch.
    dgamma, dbeta : ndarray, shape (D,)
        sum_i dout x_hat, sum_i dout.
    """
    x_hat, std, gamma = cache
    check_shape("dout", dout, x_hat.shape)
    dgamma = (dout * x_hat).sum(axis=0)
    dbeta = dout.sum(axis=0)
    dx = gamma / std * (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0))
    return dx, dgamma, dbeta
