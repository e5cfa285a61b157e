"""Batch normalisation in training, by both backward passes, and in test mode."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import batchnorm
from tests.reference_impl.oracle.row import Row, Sampler


def draw_batchnorm(s: Sampler, mode, fewest):
    n, d = s.sizes((fewest, 6), (1, 5))
    spread = s.one_of(1, 30, 1e-2, 1e-4)  # 1e-4: columns nearly constant, their variance far below eps
    x = s.normal(n, d) * spread + 3
    if s.one_of(False, True):  # columns of different scales side by side
        x[:, 0] = 3 + 1e-3 * s.normal(n)
    return {
        "x": x,
        "gamma": s.normal(d),
        "beta": s.normal(d),
        "bn_param": {
            "mode": mode,
            "eps": s.one_of(1e-5, 1e-2),
            "momentum": s.one_of(0.0, 0.8, 0.9),
            "running_mean": s.normal(d),
            "running_var": s.rng.uniform(0.5, 2, size=d),
        },
    }


def training(backward):
    def ours(x, gamma, beta, bn_param):
        out, cache = batchnorm.batchnorm_forward(x, gamma, beta, bn_param)
        values = [out, bn_param["running_mean"], bn_param["running_var"]]
        return values, lambda dout: dict(zip(("x", "gamma", "beta"), backward(dout, cache), strict=True))

    return ours


def testing(x, gamma, beta, bn_param):
    out, cache = batchnorm.batchnorm_forward(x, gamma, beta, bn_param)
    assert cache is None
    return [out, bn_param["running_mean"], bn_param["running_var"]], None


def torch_batchnorm(x, gamma, beta, bn_param):
    train, n, momentum = bn_param["mode"] == "train", len(x), bn_param["momentum"]
    mean, var = torch.tensor(bn_param["running_mean"]), torch.tensor(bn_param["running_var"])
    old = var.clone()
    # torch's momentum is the share of the new statistic
    out = F.batch_norm(x, mean, var, gamma, beta, train, 1 - momentum, bn_param["eps"])
    if train:  # torch's running variance is unbiased, N / (N - 1) times ours
        var = momentum * old + (var - momentum * old) * (n - 1) / n
    return [out, mean, var]


def constant_column():
    param = {"mode": "train", "eps": 1e-5, "momentum": 0.9}
    running = {"running_mean": np.zeros(2), "running_var": np.ones(2)}
    x = np.array([[2.0, 1.0], [2.0, 4.0], [2.0, -1.0]])
    return {"x": x, "gamma": np.ones(2), "beta": np.zeros(2), "bn_param": param | running}


BATCHNORM = {
    "batchnorm in training": Row(
        covers=("batchnorm.batchnorm_forward", "batchnorm.batchnorm_backward"),
        draw=lambda s: draw_batchnorm(s, "train", fewest=2),  # torch refuses a batch of one
        ours=training(batchnorm.batchnorm_backward),
        torch=torch_batchnorm,
        wrt=("x", "gamma", "beta"),
        edges=(constant_column(),),
        writes=("bn_param",),
    ),
    "batchnorm in training, step by step": Row(
        covers=("batchnorm.batchnorm_backward_steps",),
        draw=lambda s: draw_batchnorm(s, "train", fewest=2),
        ours=training(batchnorm.batchnorm_backward_steps),
        torch=torch_batchnorm,
        wrt=("x", "gamma", "beta"),
        edges=(constant_column(),),
        writes=("bn_param",),
    ),
    "batchnorm in test mode": Row(
        covers=("batchnorm.batchnorm_forward",),
        draw=lambda s: draw_batchnorm(s, "test", fewest=1),
        ours=testing,
        torch=torch_batchnorm,
        writes=("bn_param",),
    ),
}
