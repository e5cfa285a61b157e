"""Derivatives of sigmoid and tanh, by their own values alone."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="feedforward.sigmoid feedforward.tanh",
    difficulty=2,
    symbols={"s": "(K,)", "t": "(K,)", "u": "(K,)"},
    steps={
        "mirrored": (1, "1-s"),
        "ds": (2, "s*(1-s)"),
        "d2s": (2, "s*(1-s)*(1-2*s)"),
        "t_from_u": (1, "2*u-1"),
        "dt": (2, "1-t^2"),
        "d2t": (2, "-2*t*(1-t^2)"),
    },
)


@exercise.point
def consistent(rng):
    """Three points: at a single one, tanh "by u" could be given as t."""
    x, y, z = rng.normal(size=(3, 4))
    return dict(s=1 / (1 + np.exp(-x)), t=np.tanh(y), u=1 / (1 + np.exp(-2 * z)))


exercise.misconception(of="mirrored", odd_like_tanh="-s", reciprocal="1/s", even="s")
exercise.misconception(of="ds", one_factor_only="1-s", tanh_formula="1-s^2", plus_inside="s*(1+s)")
exercise.misconception(of="ds", not_differentiated="s", squared="s^2")
exercise.misconception(
    of="d2s",
    chain_rule_forgotten="1-2*s",
    first_derivative_squared="s^2*(1-s)^2",
    factors_by_turns="-s*(1-s)",
)
exercise.misconception(of="t_from_u", scaled_only="2*u", shifted_only="u-1/2", one_u_only="u-1")
exercise.misconception(of="dt", sigmoid_formula="t*(1-t)", square_forgotten="1-t", plus_for_minus="1+t^2")
exercise.misconception(of="d2t", same_as="chain_rule_forgotten", chain_rule_forgotten_for_tanh="-2*t")
exercise.misconception(of="d2t", same_as="first_derivative_squared", first_of_tanh_squared="(1-t^2)^2")
exercise.misconception(of="d2t", minus_lost="2*t*(1-t^2)")
