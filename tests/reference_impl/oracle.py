"""The oracle table: each public function beside its PyTorch counterpart, and how its arguments are drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import batchnorm, feedforward, losses, lstm, pooling, shapes, word2vec

Arguments = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One function: ours, the counterpart, what is differentiated, and the arguments."""

    ours: Callable[..., Any]
    """Called with the drawn arguments; returns (values, gradients by name)."""
    torch: Callable[..., Any]
    """Called with tensors; returns the values, of which the first is differentiated (with `upstream`)."""
    draw: Callable[[np.random.Generator], Arguments]
    wrt: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    """Public functions that the row holds."""
    edges: tuple[Arguments, ...] = field(default=())
    differences: bool = True
    """Whether central differences are taken too (not at kinks)."""


def _sizes(rng, *bounds):
    return tuple(int(rng.integers(low, high + 1)) for low, high in bounds)


# --- feedforward and losses ----------------------------------------------------------------------


def draw_scores(rng):
    n, c = _sizes(rng, (1, 5), (1, 6))
    return {"x": rng.normal(scale=rng.choice([1, 20]), size=(n, c)), "y": rng.integers(c, size=n)}


def ours_softmax_loss(x, y):
    loss, dx = losses.softmax_loss(x, y)
    return (loss,), {"x": dx}


def ours_svm_loss(x, y):
    loss, dx = losses.svm_loss(x, y)
    return (loss,), {"x": dx}


def torch_svm_loss(x, y):
    # multi_margin_loss divides by C too
    return (F.multi_margin_loss(x, y, margin=1.0, reduction="mean") * x.shape[1],)


def draw_distributions(rng):
    k = int(rng.integers(1, 7))
    p, q = rng.dirichlet(np.ones(k), size=2)
    if k > 2:
        p[rng.integers(k)] = 0
        p /= p.sum()
    return {"p": p, "q": q}


def torch_kl(p, q):
    categorical = torch.distributions.Categorical
    return (torch.distributions.kl_divergence(categorical(p), categorical(q)),)


# --- pooling -------------------------------------------------------------------------------------


def draw_pool(rng):
    n, c, h, w = _sizes(rng, (1, 3), (1, 3), (3, 8), (3, 8))
    ph, pw, stride = _sizes(rng, (1, 3), (1, 3), (1, 4))
    x = rng.permutation(n * c * h * w).reshape(n, c, h, w) / 7.0  # no ties
    return {"x": x, "pool_param": {"pool_height": ph, "pool_width": pw, "stride": stride}}


def ours_max_pool(x, pool_param, upstream=None):
    out, cache = pooling.max_pool_forward(x, pool_param)
    upstream = np.ones_like(out) if upstream is None else upstream[0]
    return (out,), {"x": pooling.max_pool_backward(upstream, cache)}


def torch_max_pool(x, pool_param):
    size = (pool_param["pool_height"], pool_param["pool_width"])
    return (F.max_pool2d(x, size, stride=pool_param["stride"]),)


# --- batch normalisation -------------------------------------------------------------------------


def draw_batchnorm(rng):
    n, d = _sizes(rng, (2, 6), (1, 5))
    return {
        "x": rng.normal(size=(n, d)) * rng.choice([1, 1e-2, 30]) + 3,
        "gamma": rng.normal(size=d),
        "beta": rng.normal(size=d),
        "bn_param": {
            "mode": str(rng.choice(["train", "test"])),
            "eps": 1e-5,
            "momentum": 0.8,
            "running_mean": rng.normal(size=d),
            "running_var": rng.uniform(0.5, 2, size=d),
        },
    }


def ours_batchnorm(x, gamma, beta, bn_param, upstream=None):
    out, cache = batchnorm.batchnorm_forward(x, gamma, beta, bn_param)
    gradients = {}
    if cache is not None:
        upstream = np.ones_like(out) if upstream is None else upstream[0]
        gradients = dict(
            zip(("x", "gamma", "beta"), batchnorm.batchnorm_backward(upstream, cache), strict=True)
        )
    return (out, bn_param["running_mean"], bn_param["running_var"]), gradients


def torch_batchnorm(x, gamma, beta, bn_param):
    training, n, momentum = bn_param["mode"] == "train", len(x), bn_param["momentum"]
    mean = torch.tensor(bn_param["running_mean"])
    var = torch.tensor(bn_param["running_var"])
    old = var.clone()
    # torch's momentum is the share of the new statistic
    out = F.batch_norm(x, mean, var, gamma, beta, training, 1 - momentum, bn_param["eps"])
    if training:  # torch's running variance is unbiased, N / (N - 1) times ours
        var = momentum * old + (var - momentum * old) * (n - 1) / n
    return out, mean, var


# --- LSTM ----------------------------------------------------------------------------------------


def draw_lstm(rng):
    n, d, h = _sizes(rng, (1, 4), (1, 4), (1, 4))
    scale = rng.choice([1, 10])  # 10: saturated gates
    return {
        "x": rng.normal(size=(n, d)),
        "prev_h": rng.normal(size=(n, h)),
        "prev_c": rng.normal(size=(n, h)),
        "Wx": scale * rng.normal(size=(d, 4 * h)),
        "Wh": rng.normal(size=(h, 4 * h)),
        "b": rng.normal(size=4 * h),
    }


def ours_lstm(x, prev_h, prev_c, Wx, Wh, b, upstream=None):
    next_h, next_c, cache = lstm.lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b)
    upstream = (np.ones_like(next_h), np.ones_like(next_c)) if upstream is None else upstream
    names = ("x", "prev_h", "prev_c", "Wx", "Wh", "b")
    return (next_h, next_c), dict(zip(names, lstm.lstm_step_backward(*upstream, cache), strict=True))


def torch_lstm(x, prev_h, prev_c, Wx, Wh, b):
    def torch_order(w):  # torch has the gates in the order i, f, g, o
        i, f, o, g = w.chunk(4, dim=-1)
        return torch.cat([i, f, g, o], dim=-1)

    weights = torch_order(Wx).T, torch_order(Wh).T, torch_order(b), torch.zeros_like(b)
    return torch.lstm_cell(x, (prev_h, prev_c), *weights)


# --- word2vec ------------------------------------------------------------------------------------


def draw_cbow(rng):
    v, n, c = _sizes(rng, (2, 7), (1, 5), (1, 5))
    return {
        "context": rng.integers(v, size=c),
        "target": int(rng.integers(v)),
        "W": rng.normal(size=(v, n)),
        "W_out": rng.normal(size=(n, v)) * rng.choice([1, 30]),
    }


def ours_cbow(context, target, W, W_out):
    loss, dW, dW_out = word2vec.cbow_loss(context, target, W, W_out)
    return (loss,), {"W": dW, "W_out": dW_out}


def torch_cbow(context, target, W, W_out):
    h = F.embedding_bag(context[None], W, mode="mean")
    return (F.cross_entropy(h @ W_out, torch.tensor([target])),)


# --- sizes ---------------------------------------------------------------------------------------


def draw_window(rng):
    size, kernel, stride, padding = _sizes(rng, (5, 20), (1, 5), (1, 4), (0, 2))
    return {"size": size, "kernel": kernel, "stride": stride, "padding": padding}


def torch_window(size, kernel, stride, padding):
    x = torch.zeros(1, 1, size, dtype=torch.float64)
    return (F.conv1d(x, torch.zeros(1, 1, kernel, dtype=torch.float64), None, stride, padding).shape[-1],)


def draw_layer(rng):
    return dict(zip(("inputs", "outputs", "height", "width"), _sizes(rng, *[(1, 6)] * 4), strict=True))


def torch_parameters(inputs, outputs, height, width):
    conv = torch.nn.Conv2d(inputs, outputs, (height, width))
    linear = torch.nn.Linear(inputs, outputs)
    return tuple(sum(p.numel() for p in layer.parameters()) for layer in (conv, linear))


ORACLE = {
    "softmax": Row(
        ours=lambda x, y: ((feedforward.softmax(x),), {}),
        torch=lambda x, y: (F.softmax(x, dim=1),),
        draw=draw_scores,
        covers=("feedforward.softmax",),
        edges=({"x": np.array([[1e4, -1e4, 0.0]]), "y": np.array([1])},),
    ),
    "softmax_loss": Row(
        ours=ours_softmax_loss,
        torch=lambda x, y: (F.cross_entropy(x, y),),
        draw=draw_scores,
        wrt=("x",),
        covers=("losses.softmax_loss",),
        edges=(
            {"x": np.array([[1e4, -1e4]]), "y": np.array([1])},
            {"x": np.array([[3.0]]), "y": np.array([0])},
        ),
    ),
    "svm_loss": Row(
        ours=ours_svm_loss,
        torch=torch_svm_loss,
        draw=draw_scores,
        wrt=("x",),
        covers=("losses.svm_loss",),
        edges=({"x": np.array([[3.0]]), "y": np.array([0])},),
    ),
    "kl_divergence": Row(
        ours=lambda p, q: ((losses.kl_divergence(p, q),), {}),
        torch=torch_kl,
        draw=draw_distributions,
        covers=("losses.kl_divergence",),
        edges=(
            {"p": np.array([0.5, 0.5, 0.0]), "q": np.array([0.5, 0.0, 0.5])},
            {"p": np.array([0.0, 1.0]), "q": np.array([0.0, 1.0])},
        ),
    ),
    "max_pool": Row(
        ours=ours_max_pool,
        torch=torch_max_pool,
        draw=draw_pool,
        wrt=("x",),
        covers=("pooling.max_pool_forward", "pooling.max_pool_backward"),
    ),
    "batchnorm": Row(
        ours=ours_batchnorm,
        torch=torch_batchnorm,
        draw=draw_batchnorm,
        wrt=("x", "gamma", "beta"),
        covers=("batchnorm.batchnorm_forward", "batchnorm.batchnorm_backward"),
    ),
    "lstm_step": Row(
        ours=ours_lstm,
        torch=torch_lstm,
        draw=draw_lstm,
        wrt=("x", "prev_h", "prev_c", "Wx", "Wh", "b"),
        covers=("lstm.lstm_step_forward", "lstm.lstm_step_backward"),
    ),
    "cbow_loss": Row(
        ours=ours_cbow,
        torch=torch_cbow,
        draw=draw_cbow,
        wrt=("W", "W_out"),
        covers=("word2vec.cbow_loss",),
        edges=({"context": np.array([1, 1, 0]), "target": 2, "W": np.eye(3), "W_out": 800 * np.eye(3)},),
    ),
    "window_output_size": Row(
        ours=lambda **window: ((shapes.window_output_size(**window),), {}),
        torch=torch_window,
        draw=draw_window,
        covers=("shapes.window_output_size",),
    ),
    "parameters": Row(
        ours=lambda inputs, outputs, height, width: (
            (shapes.conv_parameters(inputs, outputs, height, width), shapes.fc_parameters(inputs, outputs)),
            {},
        ),
        torch=torch_parameters,
        draw=draw_layer,
        covers=("shapes.conv_parameters", "shapes.fc_parameters"),
    ),
}
