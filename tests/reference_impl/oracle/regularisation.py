"""Dropout, norms and penalties."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import regularisation
from tests.reference_impl.oracle.row import Row, Sampler, layer, loss, slope


def torch_dropout(x, dropout_param, torch_seed):
    """torch's own dropout; seeded alike, it drops the same entries of arrays of one shape."""
    with torch.random.fork_rng():
        torch.manual_seed(torch_seed)
        # torch's p is the probability of dropping
        return [F.dropout(x, 1 - dropout_param["p"], training=dropout_param["mode"] == "train")]


def draw_dropout(s: Sampler):
    shape = s.one_of((1,), (6,), (4, 3), (2, 3, 2))
    param = {"p": s.one_of(0.3, 0.5, 0.8, 1.0), "mode": s.one_of("train", "test")}
    seed = s.size(0, 2**31)
    if param["mode"] == "train":
        (dropped,) = torch_dropout(torch.ones(shape, dtype=torch.float64), param, seed)
        param["mask"] = (dropped != 0).numpy()
    return {"x": s.normal(*shape), "dropout_param": param, "torch_seed": seed}


def dropout_forward(x, dropout_param, torch_seed):
    return regularisation.dropout_forward(x, dropout_param)


def draw_weights(s: Sampler):
    shape = s.one_of((1,), (4,), (3, 2))
    return {"w": s.normal(*shape, scale=s.one_of(1e-2, 1, 100))}


def draw_penalty(s: Sampler):
    return draw_weights(s) | {"reg": s.one_of(0.0, 0.1, 2.0)}


def off_zero(w, **others):
    return bool(np.abs(w).min() > 1e-4)


REGULARISATION = {
    "dropout": Row(
        covers=("regularisation.dropout_forward", "regularisation.dropout_backward"),
        draw=draw_dropout,
        ours=layer(dropout_forward, regularisation.dropout_backward, "x"),
        torch=torch_dropout,
        wrt=("x",),
    ),
    "l1_norm": Row(
        covers=("regularisation.l1_norm", "regularisation.l1_norm_gradient"),
        draw=draw_weights,
        ours=slope(regularisation.l1_norm, regularisation.l1_norm_gradient),
        torch=lambda w: [torch.linalg.vector_norm(w, 1)],
        wrt=("w",),
        clear=off_zero,
        edges=({"w": np.array([[0.0, -2.0]])},),  # at the kink both say 0
    ),
    "l2_norm": Row(
        covers=("regularisation.l2_norm", "regularisation.l2_norm_gradient"),
        draw=draw_weights,
        ours=slope(regularisation.l2_norm, regularisation.l2_norm_gradient),
        torch=lambda w: [torch.linalg.vector_norm(w)],
        wrt=("w",),
        clear=lambda w: bool(np.linalg.norm(w) > 1e-2),
        edges=({"w": np.zeros((2, 2))},),
    ),
    "l1_penalty": Row(
        covers=("regularisation.l1_penalty",),
        draw=draw_penalty,
        ours=loss(regularisation.l1_penalty, "w"),
        torch=lambda w, reg: [reg * torch.linalg.vector_norm(w, 1)],
        wrt=("w",),
        clear=off_zero,
        edges=({"w": np.array([[0.0, -2.0]]), "reg": 0.5},),
    ),
    "l2_penalty": Row(
        covers=("regularisation.l2_penalty",),
        draw=draw_penalty,
        ours=loss(regularisation.l2_penalty, "w"),
        torch=lambda w, reg: [reg * w.square().sum()],
        wrt=("w",),
        edges=({"w": np.array([[0.0, -2.0]]), "reg": 0.5},),
    ),
}
