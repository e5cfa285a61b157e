"""Gradient descent: torch.optim and torch.utils.data do the same steps."""

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

from reference_impl import optimisation
from tests.reference_impl.oracle.row import Row, Sampler, loss, value


def draw_step(s: Sampler):
    shape = s.one_of((1,), (4,), (3, 2))
    return {"w": s.normal(*shape), "dw": s.normal(*shape), "learning_rate": s.one_of(1e-3, 0.1, 1.0)}


def torch_step(w, dw, learning_rate):
    weights = torch.nn.Parameter(w)
    weights.grad = dw
    torch.optim.SGD([weights], lr=learning_rate).step()
    return [weights]


def draw_samples(s: Sampler):
    n, d = s.sizes((1, 6), (1, 3))
    return {"w": s.normal(d), "X": s.normal(n, d), "y": s.normal(n)}


def torch_least_squares(w, X, y):
    return [F.mse_loss(X @ w, y)]


def draw_direction(s: Sampler):
    arguments = draw_samples(s)
    return arguments | {"step": s.normal(*arguments["w"].shape)}


def directional_derivative(w, X, y, step):
    return optimisation.directional_derivative(optimisation.least_squares_loss(w, X, y)[1], step)


def torch_directional_derivative(w, X, y, step):
    return [torch.func.jvp(lambda weights: F.mse_loss(X @ weights, y), (w,), (step,))[1]]


# --- descents ------------------------------------------------------------------------------------


def mean_gradient(w, X, y):
    return optimisation.least_squares_loss(w, X, y)[1]


def draw_descent(s: Sampler):
    return draw_samples(s) | {"learning_rate": s.one_of(0.02, 0.1), "epochs": s.size(0, 3)}


def draw_orders(s: Sampler):
    arguments = draw_descent(s)
    n, epochs = len(arguments["X"]), max(1, arguments.pop("epochs"))
    return arguments | {"orders": np.stack([s.rng.permutation(n) for _ in range(epochs)])}


def torch_descent(w, X, y, learning_rate, orders, batch_size):
    weights = torch.nn.Parameter(w.clone())
    optimiser = torch.optim.SGD([weights], lr=learning_rate)
    for order in orders:
        samples = DataLoader(TensorDataset(X, y), batch_size=batch_size, sampler=[int(i) for i in order])
        for X_batch, y_batch in samples:
            optimiser.zero_grad()
            F.mse_loss(X_batch @ weights, y_batch).backward()
            optimiser.step()
    return [weights]


# --- rules of updating, several steps long -------------------------------------------------------


def draw_steps(s: Sampler, **config):
    shape = s.one_of((1,), (4,), (3, 2))
    dws = s.normal(s.size(1, 4), *shape, scale=s.one_of(1e-3, 1, 100))
    return {"w": s.normal(*shape), "dws": dws, "config": {"learning_rate": s.one_of(1e-3, 0.1), **config}}


def steps(rule, *kept):
    """Weights and the kept entries of the config, after every step."""

    def ours(w, dws, config):
        trail = []
        for dw in dws:
            w, config = rule(w, dw, config)
            trail += [w, *(config[name] for name in kept)]
        return trail, None

    return ours


def torch_steps(make, *kept):
    """The same with an optimiser of torch.optim; kept are entries of its state."""

    def counterpart(w, dws, config):
        weights, trail = torch.nn.Parameter(w.clone()), []
        optimiser = make([weights], config)
        for dw in dws:
            weights.grad = dw
            optimiser.step()
            trail += [weights.clone(), *(read(optimiser.state[weights], config).clone() for read in kept)]
        return trail

    return counterpart


OPTIMISATION = {
    "gradient_step": Row(
        covers=("optimisation.gradient_step",),
        draw=draw_step,
        ours=value(optimisation.gradient_step),
        torch=torch_step,
    ),
    "directional_derivative": Row(
        covers=("optimisation.directional_derivative",),
        draw=draw_direction,
        ours=value(directional_derivative),
        torch=torch_directional_derivative,
    ),
    "least_squares_loss": Row(
        covers=("optimisation.least_squares_loss",),
        draw=draw_samples,
        ours=loss(optimisation.least_squares_loss, "w"),
        torch=torch_least_squares,
        wrt=("w",),
    ),
    "iterations_per_epoch": Row(
        covers=("optimisation.iterations_per_epoch",),
        draw=lambda s: dict(zip(("samples", "batch_size"), s.sizes((1, 40), (1, 50)), strict=True)),
        ours=value(optimisation.iterations_per_epoch),
        torch=lambda samples, batch_size: [
            torch.tensor(len(DataLoader(range(samples), batch_size=batch_size)))
        ],
        edges=tuple(
            {"samples": samples, "batch_size": batch_size}
            for samples, batch_size in ((1, 1), (4, 4), (4, 2), (5, 4), (4, 5))
        ),
    ),
    "epoch_orders": Row(
        covers=("optimisation.epoch_orders",),
        draw=lambda s: dict(
            zip(("samples", "epochs", "seed"), s.sizes((1, 9), (1, 4), (0, 1000)), strict=True)
        ),
        ours=value(lambda **drawn: np.sort(optimisation.epoch_orders(**drawn), axis=1)),
        torch=lambda samples, epochs, seed: [np.tile(np.arange(samples), (epochs, 1))],
        instead_of_torch="torch draws other numbers from a seed; sorted, every epoch has each sample once",
    ),
    "batch_gradient_descent": Row(
        covers=("optimisation.batch_gradient_descent",),
        draw=draw_descent,
        ours=value(lambda **drawn: optimisation.batch_gradient_descent(mean_gradient, **drawn)),
        torch=lambda w, X, y, learning_rate, epochs: torch_descent(
            w, X, y, learning_rate, [range(len(X))] * epochs, len(X)
        ),
    ),
    "stochastic_gradient_descent": Row(
        covers=("optimisation.stochastic_gradient_descent",),
        draw=draw_orders,
        ours=value(lambda **drawn: optimisation.stochastic_gradient_descent(mean_gradient, **drawn)),
        torch=lambda **drawn: torch_descent(**drawn, batch_size=1),
    ),
    "minibatch_gradient_descent": Row(
        covers=("optimisation.minibatch_gradient_descent",),
        draw=lambda s: draw_orders(s) | {"batch_size": s.size(1, 7)},
        ours=value(lambda **drawn: optimisation.minibatch_gradient_descent(mean_gradient, **drawn)),
        torch=torch_descent,
    ),
    "sgd": Row(
        covers=("optimisation.sgd",),
        draw=draw_steps,
        ours=steps(optimisation.sgd),
        torch=torch_steps(lambda weights, config: torch.optim.SGD(weights, lr=config["learning_rate"])),
    ),
    "sgd_momentum": Row(
        covers=("optimisation.sgd_momentum",),
        draw=lambda s: draw_steps(s, momentum=s.one_of(0.0, 0.5, 0.9)),
        ours=steps(optimisation.sgd_momentum),
        torch=torch_steps(
            lambda weights, config: torch.optim.SGD(
                weights, lr=config["learning_rate"], momentum=config["momentum"]
            )
        ),
    ),
    "velocity of sgd_momentum": Row(
        covers=("optimisation.sgd_momentum",),
        draw=lambda s: draw_steps(s, momentum=s.one_of(0.5, 0.9)),
        ours=steps(optimisation.sgd_momentum, "velocity"),
        torch=torch_steps(
            lambda weights, config: torch.optim.SGD(
                weights, lr=config["learning_rate"], momentum=config["momentum"]
            ),
            # torch leaves the learning rate out of its buffer, and the sign
            lambda state, config: -config["learning_rate"] * state["momentum_buffer"],
        ),
    ),
    "adam": Row(
        covers=("optimisation.adam",),
        draw=lambda s: draw_steps(
            s, beta1=s.one_of(0.0, 0.9), beta2=s.one_of(0.9, 0.999), epsilon=s.one_of(1e-8, 1e-2)
        ),
        ours=steps(optimisation.adam, "m", "v", "t"),
        torch=torch_steps(
            lambda weights, config: torch.optim.Adam(
                weights,
                lr=config["learning_rate"],
                betas=(config["beta1"], config["beta2"]),
                eps=config["epsilon"],
            ),
            lambda state, config: state["exp_avg"],
            lambda state, config: state["exp_avg_sq"],
            lambda state, config: state["step"],
        ),
        edges=(  # no gradient at all, and one that comes and goes
            {
                "w": np.array([1.0, -2.0]),
                "dws": np.array([[0.0, 0.0], [0.0, 3.0], [0.0, 0.0]]),
                "config": {"learning_rate": 0.1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
            },
        ),
    ),
}
