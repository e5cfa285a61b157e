"""Gradient descent: its direction, its three batch forms, momentum, Adam."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from reference_impl.checks import (
    at_least,
    floats,
    indices,
    keys,
    like,
    none_negative,
    number,
    numbers,
    shaped,
)

Array = np.ndarray
Gradient = Callable[[Array, Array, Array], Array]
"""gradient(w, X, y): of the mean loss over the samples (X, y)."""


def directional_derivative(dw: Array, step: Array) -> float:
    """First-order change of the loss along a small step.

    Parameters
    ----------
    dw, step : ndarray, the same shape
        Gradient of the loss, and the change of w.

    Returns
    -------
    float
        (grad f)^T step = sum_i dw_i step_i. Where it is negative, the step descends. Of all steps of one
        length the negative gradient has the smallest value, -||grad f|| ||step||: the angle between them is
        180 degrees.

    Raises
    ------
    ValueError
        Unless dw and step have one shape.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 4.3; the course's notes, gradient descent.
    """
    dw = floats("dw", dw)
    return float(np.sum(dw * like("step", step, dw.shape)))


def gradient_step(w: Array, dw: Array, learning_rate: float) -> Array:
    """One step against the gradient.

    Parameters
    ----------
    w, dw : ndarray, the same shape
    learning_rate : float
        eta, at least 0.

    Returns
    -------
    ndarray, shape of w
        w_new = w - eta dL/dw

    Raises
    ------
    ValueError
        Unless w and dw have one shape; where learning_rate is negative.

    Notes
    -----
    The course's notes, gradient descent; CS231n, optimization.
    """
    w = floats("w", w)
    number("learning_rate", learning_rate, "[0, inf)")
    return w - learning_rate * like("dw", dw, w.shape)


def least_squares_loss(w: Array, X: Array, y: Array) -> tuple[float, Array]:
    """A convex problem to descend on: mean squared error of a linear model, and its gradient.

    Parameters
    ----------
    w : ndarray, shape (D,)
    X, y : ndarray, shapes (N, D), (N,)

    Returns
    -------
    loss : float
        L = (1/N) sum_i (x_i w - y_i)^2
    dw : ndarray, shape (D,)
        (2/N) X^T (X w - y)

    Raises
    ------
    ValueError
        Where the shapes do not fit each other.

    Notes
    -----
    Goodfellow, Bengio and Courville, Deep Learning, section 5.1.4.
    """
    w, X, y = shaped(w=(w, "D"), X=(X, "N D"), y=(y, "N"))
    residual = X @ w - y
    loss = np.mean(residual**2)
    dw = 2 * X.T @ residual / len(X)
    return float(loss), dw


# --- three batch forms ---------------------------------------------------------------------------


def iterations_per_epoch(samples: int, batch_size: int) -> int:
    """Steps in which every sample is seen once.

    Parameters
    ----------
    samples, batch_size : int
        N and B, at least 1.

    Returns
    -------
    int
        ceil(N / B); the last batch may be smaller.

    Raises
    ------
    ValueError
        Unless both are integers of at least 1.

    Notes
    -----
    PyTorch's `len(DataLoader)` with drop_last=False; the course's notes, batch_size.
    """
    at_least(1, samples=samples, batch_size=batch_size)
    return -(-samples // batch_size)


def epoch_orders(samples: int, epochs: int, seed: int) -> Array:
    """Orders in which the samples are seen, drawn anew for every epoch.

    Parameters
    ----------
    samples, epochs, seed : int
        N, the number of epochs, and the seed of the generator.

    Returns
    -------
    ndarray of int, shape (epochs, N)
        Each row a permutation of 0 ... N-1.

    Raises
    ------
    ValueError
        Unless samples and epochs are integers of at least 1, and seed one of at least 0.

    Notes
    -----
    Bottou 2012, "Stochastic Gradient Descent Tricks": shuffle the samples, anew for every epoch.
    """
    at_least(1, samples=samples, epochs=epochs)
    at_least(0, seed=seed)
    rng = np.random.default_rng(seed)
    return np.stack([rng.permutation(samples) for _ in range(epochs)])


def batch_gradient_descent(
    gradient: Gradient, w: Array, X: Array, y: Array, learning_rate: float, epochs: int
) -> Array:
    """BGD: every step uses all samples, so an epoch is one step.

    Parameters
    ----------
    gradient : callable
        gradient(w, X, y), of the mean loss; shape of w.
    w : ndarray, any shape
        Start.
    X, y : ndarray, shapes (N, ...), (N, ...)
        The samples.
    learning_rate : float
        eta, at least 0.
    epochs : int

    Returns
    -------
    ndarray, shape of w
        After w <- w - eta gradient(w, X, y), as often as there are epochs.

    Raises
    ------
    ValueError
        Where X and y differ in rows, the gradient in shape from w, or learning_rate is negative; unless
        epochs is an integer of at least 0.

    Notes
    -----
    CS231n, optimization, "Gradient Descent"; the course's notes, BGD.
    """
    gradient, w, X, y = _problem(gradient, w, X, y, learning_rate)
    at_least(0, epochs=epochs)
    for _ in range(epochs):
        w = w - learning_rate * gradient(w, X, y)
    return w


def stochastic_gradient_descent(
    gradient: Gradient, w: Array, X: Array, y: Array, learning_rate: float, orders: Array
) -> Array:
    """SGD: every step uses one sample, so an epoch is N steps.

    Parameters
    ----------
    gradient : callable
    w, X, y : ndarray, any shape, (N, ...), (N, ...)
    learning_rate : float
        All as for `batch_gradient_descent`.
    orders : ndarray of int, shape (epochs, N)
        The order of the samples in each epoch, as of `epoch_orders`.

    Returns
    -------
    ndarray, shape of w
        After w <- w - eta gradient(w, X[i:i+1], y[i:i+1]) for every i of every order.

    Raises
    ------
    ValueError
        Where X and y differ in rows, the gradient in shape from w, or learning_rate is negative; unless
        each row of orders holds indices of samples, N of them.

    Notes
    -----
    Robbins and Monro 1951; the course's notes, SGD.
    """
    gradient, w, X, y = _problem(gradient, w, X, y, learning_rate)
    for order in _checked_orders(orders, len(X)):
        for i in order:
            w = w - learning_rate * gradient(w, X[[i]], y[[i]])
    return w


def minibatch_gradient_descent(
    gradient: Gradient, w: Array, X: Array, y: Array, learning_rate: float, orders: Array, batch_size: int
) -> Array:
    """MBGD: every step uses batch_size samples, so an epoch is ceil(N / B) steps.

    Parameters
    ----------
    gradient : callable
    w, X, y : ndarray, any shape, (N, ...), (N, ...)
    learning_rate : float
        All as for `batch_gradient_descent`.
    orders : ndarray of int, shape (epochs, N)
        The order of the samples in each epoch, as of `epoch_orders`.
    batch_size : int
        B; the last batch of an epoch has what is left.

    Returns
    -------
    ndarray, shape of w
        After w <- w - eta gradient(w, X[batch], y[batch]) for every batch of every order.

    Raises
    ------
    ValueError
        Where X and y differ in rows, the gradient in shape from w, or learning_rate is negative; unless
        each row of orders holds indices of samples, N of them, and batch_size is an integer of at least 1.

    Notes
    -----
    CS231n, optimization, "Mini-batch gradient descent"; the course's notes, MBGD.
    """
    gradient, w, X, y = _problem(gradient, w, X, y, learning_rate)
    at_least(1, batch_size=batch_size)
    for order in _checked_orders(orders, len(X)):
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            w = w - learning_rate * gradient(w, X[batch], y[batch])
    return w


def _problem(
    gradient: Gradient, w: Array, X: Array, y: Array, learning_rate: float
) -> tuple[Gradient, Array, Array, Array]:
    """Start and samples as arrays that fit each other; the gradient, so that each of its answers fits w."""

    def fitting(w: Array, X: Array, y: Array) -> Array:
        return like("gradient(w, X, y)", gradient(w, X, y), w.shape)

    if not callable(gradient):
        raise ValueError(f"gradient should be a function of w, X and y, it is {gradient!r}")
    number("learning_rate", learning_rate, "[0, inf)")
    w, X, y = floats("w", w), numbers("X", X), numbers("y", y)  # y may hold classes: it stays as it is
    if X.ndim == 0 or y.ndim == 0 or len(X) != len(y):
        raise ValueError(f"X and y should have as many rows, they have shapes {X.shape} and {y.shape}")
    return fitting, w, X, y


def _checked_orders(orders: Array, samples: int) -> Array:
    orders = numbers("orders", orders)
    if orders.ndim != 2:
        raise ValueError(f"orders should have shape (epochs, {samples}), it has shape {orders.shape}")
    for order in orders:
        indices("a row of orders", order, below=samples, length=samples)
    return orders


# --- rules of updating, in CS231n's form: next_w, config = rule(w, dw, config) -------------------


def sgd(w: Array, dw: Array, config: Mapping[str, Any]) -> tuple[Array, dict[str, Any]]:
    """Plain gradient descent.

    Parameters
    ----------
    w, dw : ndarray, the same shape
    config : dict
        learning_rate, at least 0.

    Returns
    -------
    next_w : ndarray, shape of w
        w - learning_rate dw
    config : dict
        As it was.

    Raises
    ------
    ValueError
        Unless w and dw have one shape; where the learning rate is missing or negative.

    Notes
    -----
    CS231n, assignment 2, `optim.sgd`.
    """
    keys("config", config, ("learning_rate",))
    return gradient_step(w, dw, config["learning_rate"]), dict(config)


def sgd_momentum(w: Array, dw: Array, config: Mapping[str, Any]) -> tuple[Array, dict[str, Any]]:
    """Gradient descent with momentum.

    Parameters
    ----------
    w, dw : ndarray, the same shape
    config : dict
        learning_rate, momentum, and velocity (shape of w; 0 if it is missing).

    Returns
    -------
    next_w : ndarray, shape of w
        w + v,  v <- momentum v - learning_rate dw: the learning rate is inside the velocity.
    config : dict
        With the new velocity.

    Raises
    ------
    ValueError
        Where shapes differ, a key is missing, or the learning rate is negative; unless momentum is in [0, 1].

    Notes
    -----
    Polyak 1964; CS231n, neural networks 3, "Momentum update".
    """
    keys("config", config, ("learning_rate", "momentum"))
    number("config['learning_rate']", config["learning_rate"], "[0, inf)")
    number("config['momentum']", config["momentum"], "[0, 1]")
    w = floats("w", w)
    dw = like("dw", dw, w.shape)
    v = like("config['velocity']", config.get("velocity", np.zeros_like(w)), w.shape)
    v = config["momentum"] * v - config["learning_rate"] * dw
    next_w = w + v
    return next_w, {**config, "velocity": v}


def adam(w: Array, dw: Array, config: Mapping[str, Any]) -> tuple[Array, dict[str, Any]]:
    """Adam: momentum, and a step size of its own for every weight.

    Parameters
    ----------
    w, dw : ndarray, the same shape
    config : dict
        learning_rate, beta1, beta2, epsilon; m, v (shape of w) and t, the steps so far: 0 if missing.

    Returns
    -------
    next_w : ndarray, shape of w
        t <- t + 1;  m <- beta1 m + (1 - beta1) dw;  v <- beta2 v + (1 - beta2) dw^2;
        w - learning_rate m_hat / (sqrt(v_hat) + epsilon), m_hat = m / (1 - beta1^t),
        v_hat = v / (1 - beta2^t)
    config : dict
        With the new m, v and t.

    Raises
    ------
    ValueError
        Where shapes differ, a key is missing, or learning_rate, epsilon, v or t is negative; unless beta1
        and beta2 are in [0, 1).

    Notes
    -----
    Kingma and Ba 2015, algorithm 1.
    """
    keys("config", config, ("learning_rate", "beta1", "beta2", "epsilon"))
    for name in ("learning_rate", "epsilon"):
        number(f"config['{name}']", config[name], "[0, inf)")
    for name in ("beta1", "beta2"):
        number(f"config['{name}']", config[name], "[0, 1)")
    w = floats("w", w)
    dw = like("dw", dw, w.shape)
    beta1, beta2 = config["beta1"], config["beta2"]
    m = like("config['m']", config.get("m", np.zeros_like(w)), w.shape)
    v = like("config['v']", config.get("v", np.zeros_like(w)), w.shape)
    none_negative("config['v']", v)
    at_least(0, t=config.get("t", 0))
    t = config.get("t", 0) + 1
    m = beta1 * m + (1 - beta1) * dw
    v = beta2 * v + (1 - beta2) * dw**2
    m_hat = m / (1 - beta1**t)  # m and v start at 0; this takes the pull towards 0 out again
    v_hat = v / (1 - beta2**t)
    next_w = w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + config["epsilon"])
    return next_w, {**config, "m": m, "v": v, "t": t}
