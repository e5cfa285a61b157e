"""Adam as a class that keeps its moments: three steps in a row."""

import numpy as np

from exercises.kit import Case, Code


class Adam:
    """Kingma and Ba 2015, algorithm 1, as an object that keeps its moments."""

    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = self.v = 0.0
        self.t = 0

    def step(self, w, g):
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        m_hat = self.m / (1 - self.beta1**self.t)
        v_hat = self.v / (1 - self.beta2**self.t)
        return w - self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


exercise = Code(
    syllabus="optimisation.adam",
    difficulty=3,
    calls=[
        "Adam(lr, beta1, beta2, eps) -> opt",
        "opt.step(w, g1) -> w1",
        "opt.step(w1, g2) -> w2",
        "opt.step(w2, g3) -> w3",
    ],
    reference=Adam,
    opaque="opt",
    points={"first": 3, "later": 5},
    checks={"first": "w1", "later": "w2 w3"},
)


def case(rng, scale, eps):
    """Three gradients of one sign mostly, of different sizes."""
    D = int(rng.integers(2, 6))
    signs = rng.choice([-1, 1], size=D)
    g1, g2, g3 = (scale * signs * rng.uniform(0.2, 2, size=(3, D))).round(4)
    return Case(
        lr=rng.choice([0.1, 0.2, 0.3]),
        beta1=rng.choice([0.7, 0.8, 0.9]),
        beta2=rng.choice([0.95, 0.98, 0.99]),
        eps=eps,
        w=rng.normal(size=D).round(2),
        g1=g1,
        g2=np.where(rng.uniform(size=D) < 0.3, -g2, g2),
        g3=g3,
    )


@exercise.cases("first", "later", hidden=4, public=1)
def ordinary_gradients(rng):
    """eps hardly counts: catches the correction left out or turned round."""
    return case(rng, scale=1, eps=1e-8)


@exercise.cases("first", "later", hidden=3)
def small_gradients(rng):
    """Gradients not much larger than eps: catches eps inside the root, or left out."""
    return case(rng, scale=0.1, eps=0.05)


exercise.edits(
    no_correction=[
        ("self.m / (1 - self.beta1**self.t)", "self.m"),
        ("self.v / (1 - self.beta2**self.t)", "self.v"),
    ],
    correction_multiplies=[("self.m / (1 -", "self.m * (1 -"), ("self.v / (1 -", "self.v * (1 -")],
    correction_of_the_first_step_kept=[
        ("self.beta1**self.t", "self.beta1"),
        ("self.beta2**self.t", "self.beta2"),
    ],
    steps_counted_from_two=[
        ("self.beta1**self.t", "self.beta1**(self.t + 1)"),
        ("self.beta2**self.t", "self.beta2**(self.t + 1)"),
    ],
    steps_counted_from_zero=[  # the first correction left out, for it would divide by 0
        ("self.beta1**self.t", "(self.beta1 ** (self.t - 1) if self.t > 1 else 0)"),
        ("self.beta2**self.t", "(self.beta2 ** (self.t - 1) if self.t > 1 else 0)"),
    ],
    second_moment_not_corrected=("self.v / (1 - self.beta2**self.t)", "self.v"),
    first_moment_not_corrected=("self.m / (1 - self.beta1**self.t)", "self.m"),
    eps_inside_the_root=("(np.sqrt(v_hat) + self.eps)", "np.sqrt(v_hat + self.eps)"),
    no_root=("(np.sqrt(v_hat) + self.eps)", "(v_hat + self.eps)"),
    gradient_not_squared=("* g**2", "* np.abs(g)"),
    betas_exchanged=(
        "self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps",
        "self.beta2, self.beta1, self.eps = lr, beta1, beta2, eps",
    ),
    weights_of_old_and_new_exchanged=[
        ("self.beta1 * self.m + (1 - self.beta1) * g", "(1 - self.beta1) * self.m + self.beta1 * g"),
        ("self.beta2 * self.v + (1 - self.beta2) * g**2", "(1 - self.beta2) * self.v + self.beta2 * g**2"),
    ],
    ascends=("w - self.lr", "w + self.lr"),
    moments_forgotten_each_step=("self.t += 1", "self.t = 1; self.m = self.v = 0.0"),
    corrected_moments_kept=("        return w", "        self.m, self.v = m_hat, v_hat\n        return w"),
)
