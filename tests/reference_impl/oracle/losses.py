"""Losses of predictions, of distributions, of scores, and full losses with regularisation."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import losses
from tests.reference_impl.oracle.row import Row, Sampler, loss, value


def draw_predictions(s: Sampler):
    shape = s.one_of((1,), (4,), (1, 3), (3, 2), (2, 1, 3))
    return {"x": s.normal(*shape, scale=s.one_of(1, 100)), "y": s.normal(*shape)}


# --- distributions -------------------------------------------------------------------------------


def draw_distribution(s: Sampler):
    k = s.size(1, 6)
    p = s.rng.dirichlet(np.ones(k))
    if k > 2 and s.one_of(False, True):  # an impossible event
        p[s.below(k)] = 0
        p /= p.sum()
    return {"p": p, "base": s.one_of(np.e, 2.0, 10.0)}


def draw_two_distributions(s: Sampler):
    arguments = draw_distribution(s)
    k = len(arguments["p"])
    q = s.rng.dirichlet(np.ones(k))
    if k > 2 and s.one_of(False, True):  # predicted impossible: it may be the true event
        q[s.below(k)] = 0
        q /= q.sum()
    return arguments | {"q": q}


def torch_entropy(p, base):
    return [torch.special.entr(p).sum() / np.log(base)]


def torch_cross_entropy(p, q, base):
    return [-torch.special.xlogy(p, q).sum() / np.log(base)]


def torch_kl(p, q, base):
    categorical = torch.distributions.Categorical
    return [torch.distributions.kl_divergence(categorical(p), categorical(q)) / np.log(base)]


# --- scores --------------------------------------------------------------------------------------


def draw_scores(s: Sampler):
    n, c = s.sizes((1, 5), (1, 6))
    return {"x": s.normal(n, c, scale=s.one_of(1, 30, 1000)), "y": s.below(c, n)}


def torch_svm_loss(x, y):
    # multi_margin_loss divides by C too
    return [F.multi_margin_loss(x, y, margin=1.0, reduction="mean") * x.shape[1]]


def no_margin_at_its_kink(x, y):
    margins = x - x[np.arange(len(x)), y][:, np.newaxis] + 1
    return bool(np.abs(margins).min() > 1e-3)


def draw_classifier(s: Sampler):
    n, d, c = s.sizes((1, 5), (1, 4), (1, 5))
    return {
        "W": s.normal(d, c, scale=s.one_of(1, 30)),
        "X": s.normal(n, d),
        "y": s.below(c, n),
        "reg": float(s.one_of(0, 0.1, 2)),
    }


def torch_linear_softmax(W, X, y, reg):
    return [F.cross_entropy(X @ W, y) + reg * W.square().sum()]


def torch_linear_svm(W, X, y, reg):
    return [torch_svm_loss(X @ W, y)[0] + reg * W.square().sum()]


def draw_full_loss(s: Sampler):
    n, d, h, c = s.sizes(*[(1, 4)] * 4)
    strengths = {"l1": float(s.one_of(0, 0.1, 2)), "l2": float(s.one_of(0, 0.3, 5))}
    return {"data_losses": s.normal(n) ** 2, "W1": s.normal(d, h), "W2": s.normal(h, c), **strengths}


def full_loss(data_losses, W1, W2, l1, l2):
    number, gradients = losses.full_loss(data_losses, [W1, W2], l1, l2)
    return number, *gradients


def torch_full_loss(data_losses, W1, W2, l1, l2):
    penalty = sum(l1 * torch.linalg.vector_norm(W, 1) + l2 * W.square().sum() for W in (W1, W2))
    return [data_losses.mean() + penalty]


# margins of exactly 0, which count on neither side, and scores that are all equal
HINGE_EDGES = (
    {"x": np.array([[3.0]]), "y": np.array([0])},
    {"x": np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 0.0]]), "y": np.array([0, 1])},
    {"x": np.zeros((2, 3)), "y": np.array([2, 0])},
)
LINEAR_HINGE_EDGES = tuple(
    {"W": edge["x"], "X": np.eye(len(edge["x"])), "y": edge["y"], "reg": 0.5} for edge in HINGE_EDGES
)

LOSSES = {
    "mse_loss": Row(
        covers=("losses.mse_loss",),
        draw=draw_predictions,
        ours=loss(losses.mse_loss, "x"),
        torch=lambda x, y: [F.mse_loss(x, y)],
        wrt=("x",),
        edges=(
            {"x": np.array([2.0]), "y": np.array([-1.0])},
            {"x": np.array([[1.0, 2.0]]), "y": np.array([[1.0, 2.0]])},
        ),
    ),
    "entropy": Row(
        covers=("losses.entropy",),
        draw=draw_distribution,
        ours=value(losses.entropy),
        torch=torch_entropy,
        edges=(
            {"p": np.array([0.0, 1.0]), "base": np.e},
            {"p": np.array([0.5, 0.5]), "base": 2.0},
            {"p": np.array([1.0]), "base": 2.0},
        ),
    ),
    "cross_entropy": Row(
        covers=("losses.cross_entropy",),
        draw=draw_two_distributions,
        ours=value(losses.cross_entropy),
        torch=torch_cross_entropy,
        edges=(
            {"p": np.array([0.5, 0.5, 0.0]), "q": np.array([0.5, 0.0, 0.5]), "base": np.e},
            {"p": np.array([0.0, 1.0]), "q": np.array([0.0, 1.0]), "base": 2.0},
            {"p": np.array([1.0]), "q": np.array([1.0]), "base": 2.0},
            {"p": np.array([0.25, 0.75]), "q": np.array([0.25, 0.75]), "base": 2.0},
        ),
    ),
    "kl_divergence": Row(
        covers=("losses.kl_divergence",),
        draw=draw_two_distributions,
        ours=value(losses.kl_divergence),
        torch=torch_kl,
        edges=(
            {"p": np.array([0.5, 0.5, 0.0]), "q": np.array([0.5, 0.0, 0.5]), "base": np.e},
            {"p": np.array([0.0, 1.0]), "q": np.array([0.0, 1.0]), "base": 2.0},
            {"p": np.array([1.0]), "q": np.array([1.0]), "base": 2.0},
            {"p": np.array([0.25, 0.75]), "q": np.array([0.25, 0.75]), "base": 2.0},
        ),
    ),
    "softmax_loss": Row(
        covers=("losses.softmax_loss",),
        draw=draw_scores,
        ours=loss(losses.softmax_loss, "x"),
        torch=lambda x, y: [F.cross_entropy(x, y)],
        wrt=("x",),
        edges=(
            {"x": np.array([[1e4, -1e4]]), "y": np.array([1])},
            {"x": np.array([[3.0]]), "y": np.array([0])},
            {"x": np.zeros((2, 3)), "y": np.array([2, 2])},
        ),
    ),
    "svm_loss": Row(
        covers=("losses.svm_loss",),
        draw=draw_scores,
        ours=loss(losses.svm_loss, "x"),
        torch=torch_svm_loss,
        wrt=("x",),
        clear=no_margin_at_its_kink,
        edges=HINGE_EDGES,
    ),
    "full_loss": Row(
        covers=("losses.full_loss",),
        draw=draw_full_loss,
        ours=loss(full_loss, "W1", "W2"),
        torch=torch_full_loss,
        wrt=("W1", "W2"),
        clear=lambda W1, W2, **others: bool(min(np.abs(W1).min(), np.abs(W2).min()) > 1e-3),
        edges=(  # sign(0) = 0
            {
                "data_losses": np.array([2.0]),
                "W1": np.array([[0.0, -3.0]]),
                "W2": np.zeros((2, 1)),
                "l1": 0.5,
                "l2": 0.25,
            },
        ),
    ),
    "linear_softmax_loss": Row(
        covers=("losses.linear_softmax_loss",),
        draw=draw_classifier,
        ours=loss(losses.linear_softmax_loss, "W"),
        torch=torch_linear_softmax,
        wrt=("W",),
        edges=({"W": np.zeros((2, 3)), "X": np.eye(2), "y": np.array([2, 2]), "reg": 0.5},),
    ),
    "linear_svm_loss": Row(
        covers=("losses.linear_svm_loss",),
        draw=draw_classifier,
        ours=loss(losses.linear_svm_loss, "W"),
        torch=torch_linear_svm,
        wrt=("W",),
        clear=lambda W, X, y, reg: no_margin_at_its_kink(X @ W, y),
        edges=LINEAR_HINGE_EDGES,
    ),
    "linear_svm_loss_naive": Row(
        covers=("losses.linear_svm_loss_naive",),
        draw=draw_classifier,
        ours=loss(losses.linear_svm_loss_naive, "W"),
        torch=torch_linear_svm,
        wrt=("W",),
        clear=lambda W, X, y, reg: no_margin_at_its_kink(X @ W, y),
        edges=LINEAR_HINGE_EDGES,
    ),
}
