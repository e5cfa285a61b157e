"""Batch normalisation: every feature gets mean 0 and variance 1 over the batch, then scale and shift."""

from typing import Any

import numpy as np

from reference_impl.checks import keys, like, none_negative, number, of_forward, shaped

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

    Raises
    ------
    ValueError
        Where shapes differ or bn_param lacks a key; unless eps is above 0, momentum in [0, 1], and
        running_var nowhere negative.

    Notes
    -----
    Ioffe and Szegedy 2015, algorithm 1; running statistics as in CS231n, assignment 2.
    """
    x, gamma, beta = _checked(x, gamma, beta, bn_param)
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
    """Gradients of batch normalisation in training, in the compact form.

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

    Raises
    ------
    ValueError
        Unless dout has the shape of x; for the cache of test mode, which is None.

    Notes
    -----
    CS231n, assignment 2, `batchnorm_backward_alt`; the same as `batchnorm_backward_steps`, simplified.
    """
    x_hat, std, gamma = of_forward("batchnorm_forward in training", cache, 3)
    dout = like("dout", dout, x_hat.shape)
    dgamma = (dout * x_hat).sum(axis=0)
    dbeta = dout.sum(axis=0)
    dx = gamma / std * (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0))
    return dx, dgamma, dbeta


def batchnorm_backward_steps(dout: Array, cache: tuple[Array, Array, Array]) -> tuple[Array, Array, Array]:
    """Gradients of batch normalisation in training, step by step through the computation graph.

    Parameters
    ----------
    dout : ndarray, shape (N, D)
        Upstream gradient.
    cache : tuple
        Of `batchnorm_forward`.

    Returns
    -------
    dx, dgamma, dbeta : ndarray, shapes (N, D), (D,), (D,)
        Of x -> mean -> centred = x - mean -> var = mean(centred^2) -> std = sqrt(var + eps)
        -> x_hat = centred / std -> gamma x_hat + beta; each line below undoes one arrow.

    Raises
    ------
    ValueError
        Unless dout has the shape of x; for the cache of test mode, which is None.

    Notes
    -----
    Ioffe and Szegedy 2015, section 3; CS231n, assignment 2, `batchnorm_backward`.
    """
    x_hat, std, gamma = of_forward("batchnorm_forward in training", cache, 3)
    dout = like("dout", dout, x_hat.shape)
    N = len(dout)
    centred = x_hat * std
    # out = gamma x_hat + beta
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    dx_hat = dout * gamma
    # x_hat = centred / std
    dcentred = dx_hat / std
    dstd = -(dx_hat * centred).sum(axis=0) / std**2
    # std = sqrt(var + eps)
    dvar = dstd / (2 * std)
    # var = (1/N) sum centred^2
    dcentred += dvar * 2 * centred / N
    # centred = x - mean
    dmean = -dcentred.sum(axis=0)
    # mean = (1/N) sum x
    dx = dcentred + dmean / N
    return dx, dgamma, dbeta


def _checked(x: Array, gamma: Array, beta: Array, bn_param: dict[str, Any]) -> list[Array]:
    keys("bn_param", bn_param, ("mode", "eps", "momentum", "running_mean", "running_var"))
    number("bn_param['eps']", bn_param["eps"], "(0, inf)")
    number("bn_param['momentum']", bn_param["momentum"], "[0, 1]")
    x, gamma, beta = shaped(x=(x, "N D"), gamma=(gamma, "D"), beta=(beta, "D"))
    for name in ("running_mean", "running_var"):
        bn_param[name] = like(f"bn_param['{name}']", bn_param[name], gamma.shape)
    none_negative("bn_param['running_var']", bn_param["running_var"])
    return [x, gamma, beta]
