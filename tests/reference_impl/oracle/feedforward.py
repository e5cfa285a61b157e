"""Activations, softmax, fully connected layers, and the two-layer network."""

import numpy as np
import torch
import torch.nn.functional as F

from reference_impl import activations, feedforward, network
from tests.reference_impl.oracle.row import Row, Sampler, layer, loss, slope, value


def draw_anything(s: Sampler):
    shape = s.one_of((1,), (4,), (1, 3), (3, 2), (2, 1, 3))
    return {"x": s.normal(*shape, scale=s.one_of(1, 30, 1000))}


def off_zero(x, **others):
    return bool(np.abs(x).min() > 1e-3)


def draw_scores(s: Sampler):
    n, c = s.sizes((1, 5), (1, 6))
    return {"x": s.normal(n, c, scale=s.one_of(1, 30, 1000))}


def torch_softmax_jacobian(x):
    return [torch.autograd.functional.jacobian(lambda scores: F.softmax(scores, dim=0), x)]


# --- fully connected -----------------------------------------------------------------------------


def draw_affine(s: Sampler):
    n, m = s.sizes((1, 4), (1, 4))
    sample = s.one_of((1,), (3,), (2, 2), (1, 3, 2))
    return {"x": s.normal(n, *sample), "w": s.normal(int(np.prod(sample)), m), "b": s.normal(m)}


def torch_affine(x, w, b):
    return [F.linear(x.flatten(1), w.T, b)]


def draw_network(s: Sampler):
    n, d, h, c = s.sizes((1, 4), (1, 4), (1, 5), (1, 4))
    return {
        "x": s.normal(n, d, scale=s.one_of(1, 30)),
        "W1": s.normal(d, h),
        "b1": s.normal(h),
        "W2": s.normal(h, c),
        "b2": s.normal(c),
    }


def draw_network_loss(s: Sampler):
    arguments = draw_network(s)
    n, c = len(arguments["x"]), len(arguments["b2"])
    return arguments | {"y": s.below(c, n), "reg": float(s.one_of(0, 0.1, 2))}


def torch_network(x, W1, b1, W2, b2):
    return [F.linear(F.relu(F.linear(x, W1.T, b1)), W2.T, b2)]


def torch_network_loss(x, y, W1, b1, W2, b2, reg):
    (scores,) = torch_network(x, W1, b1, W2, b2)
    return [F.cross_entropy(scores, y) + reg * (W1.square().sum() + W2.square().sum())]


def no_unit_at_its_kink(x, W1, b1, **others):
    return off_zero(x @ W1 + b1)


# a hidden unit at 0 exactly, where relu has its kink, one on and one off
UNIT_AT_ITS_KINK = {
    "x": np.array([[1.0, 2.0]]),
    "W1": np.array([[2.0, 1.0, -1.0], [-1.0, 1.0, 0.0]]),
    "b1": np.zeros(3),
    "W2": np.array([[1.0, -2.0], [3.0, 1.0], [1.0, 1.0]]),
    "b2": np.array([0.5, -0.5]),
}

FEEDFORWARD = {
    "sigmoid": Row(
        covers=("activations.sigmoid", "activations.sigmoid_derivative"),
        draw=draw_anything,
        ours=slope(activations.sigmoid, activations.sigmoid_derivative),
        torch=lambda x: [torch.sigmoid(x)],
        wrt=("x",),
        edges=({"x": np.array([-1e308, -745.2, -0.0, 0.0, 37.0, 1e308])},),
    ),
    "sigmoid layer": Row(
        covers=("activations.sigmoid_forward", "activations.sigmoid_backward"),
        draw=draw_anything,
        ours=layer(activations.sigmoid_forward, activations.sigmoid_backward, "x"),
        torch=lambda x: [torch.sigmoid(x)],
        wrt=("x",),
    ),
    "tanh": Row(
        covers=("activations.tanh", "activations.tanh_derivative"),
        draw=draw_anything,
        ours=slope(activations.tanh, activations.tanh_derivative),
        torch=lambda x: [torch.tanh(x)],
        wrt=("x",),
    ),
    "tanh layer": Row(
        covers=("activations.tanh_forward", "activations.tanh_backward"),
        draw=draw_anything,
        ours=layer(activations.tanh_forward, activations.tanh_backward, "x"),
        torch=lambda x: [torch.tanh(x)],
        wrt=("x",),
    ),
    "relu": Row(
        covers=("activations.relu", "activations.relu_derivative"),
        draw=draw_anything,
        ours=slope(activations.relu, activations.relu_derivative),
        torch=lambda x: [F.relu(x)],
        wrt=("x",),
        clear=off_zero,
        edges=({"x": np.array([-1.0, 0.0, 1.0])},),  # at the kink both say 0
    ),
    "relu layer": Row(
        covers=("activations.relu_forward", "activations.relu_backward"),
        draw=draw_anything,
        ours=layer(activations.relu_forward, activations.relu_backward, "x"),
        torch=lambda x: [F.relu(x)],
        wrt=("x",),
        clear=off_zero,
        edges=({"x": np.array([-1.0, 0.0, 1.0])},),
    ),
    "softmax": Row(
        covers=("activations.softmax",),
        draw=draw_scores,
        ours=value(activations.softmax),
        torch=lambda x: [F.softmax(x, dim=1)],
        edges=({"x": np.array([[1e4, -1e4, 0.0], [-1e300, 1e300, 1e300]])}, {"x": np.array([[3.0]])}),
    ),
    "softmax layer": Row(
        covers=("activations.softmax_forward", "activations.softmax_backward"),
        draw=draw_scores,
        ours=layer(activations.softmax_forward, activations.softmax_backward, "x"),
        torch=lambda x: [F.softmax(x, dim=1)],
        wrt=("x",),
        edges=({"x": np.array([[3.0]])}, {"x": np.zeros((2, 3))}),
    ),
    "softmax_jacobian": Row(
        covers=("activations.softmax_jacobian",),
        draw=lambda s: {"x": s.normal(s.size(1, 6), scale=s.one_of(1, 30, 1000))},
        ours=value(activations.softmax_jacobian),
        torch=torch_softmax_jacobian,
        edges=({"x": np.array([3.0])}, {"x": np.array([2.0, 2.0])}, {"x": np.array([1e4, 0.0])}),
    ),
    "affine": Row(
        covers=("feedforward.affine_forward", "feedforward.affine_backward"),
        draw=draw_affine,
        ours=layer(feedforward.affine_forward, feedforward.affine_backward, "x", "w", "b"),
        torch=torch_affine,
        wrt=("x", "w", "b"),
    ),
    "two-layer network": Row(
        covers=("network.two_layer_forward", "network.two_layer_backward"),
        draw=draw_network,
        ours=layer(network.two_layer_forward, network.two_layer_backward, "x", "W1", "b1", "W2", "b2"),
        torch=torch_network,
        wrt=("x", "W1", "b1", "W2", "b2"),
        clear=no_unit_at_its_kink,
        edges=(UNIT_AT_ITS_KINK,),
    ),
    "two_layer_loss": Row(
        covers=("network.two_layer_loss",),
        draw=draw_network_loss,
        ours=loss(network.two_layer_loss, "W1", "b1", "W2", "b2"),
        torch=torch_network_loss,
        wrt=("W1", "b1", "W2", "b2"),
        clear=no_unit_at_its_kink,
        edges=(UNIT_AT_ITS_KINK | {"y": np.array([1]), "reg": 0.5},),
    ),
}
