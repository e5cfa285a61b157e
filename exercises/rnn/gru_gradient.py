"""Gradients of one GRU step, derived from its output back to the state before."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="rnn.gru",
    difficulty=3,
    symbols=dict.fromkeys("dh h_prev r z n u_n".split(), "(H,)"),
    steps={
        "dn": (1, "dh*(1-z)"),
        "dz": (2, "dh*(h_prev-n)"),
        "da_n": (1, "dn*(1-n^2)"),
        "dr": (1, "da_n*u_n"),
        "du_n": (1, "da_n*r"),
        "ds_z": (1, "dz*z*(1-z)"),
        "ds_r": (1, "dr*r*(1-r)"),
        "dh_direct": (1, "dh*z"),
    },
)


@exercise.point
def consistent(rng):
    s_r, s_z, a_n, u_n, h_prev, dh = rng.normal(size=(6, 4))
    r, z = 1 / (1 + np.exp(-s_r)), 1 / (1 + np.exp(-s_z))
    return dict(dh=dh, h_prev=np.tanh(h_prev), r=r, z=z, n=np.tanh(a_n + r * u_n), u_n=u_n)


exercise.misconception(of="dn", update_gate_reversed="dh*z", weight_of_the_candidate_forgotten="dh")
exercise.misconception(of="dh_direct", same_as="update_gate_reversed", direct_way_reversed="dh*(1-z)")
exercise.misconception(
    of="dz",
    old_state_alone="dh*h_prev",
    candidate_alone="-dh*n",
    sign_reversed="dh*(n-h_prev)",
    own_factor="dh*z",
)
exercise.misconception(
    of="da_n", not_differentiated="dn", tanh_applied_twice="dn*(1-tanh(n)^2)", sigmoid_for_tanh="dn*n*(1-n)"
)
exercise.misconception(of="da_n", same_as="not_differentiated", value_for_derivative="dn*n")
exercise.misconception(of="dr", old_state_for_its_product="da_n*h_prev", own_factor_of_r="da_n*r")
exercise.misconception(of="dr", before_tanh="dn*u_n")
exercise.misconception(of="du_n", same_as="before_tanh", product_before_tanh="dn*r")
exercise.misconception(of="du_n", reset_gate_lost="da_n")
exercise.misconception(of="ds_z", half_of_the_derivative="dz*z", tanh_for_sigmoid="dz*(1-z^2)")
exercise.misconception(of="ds_r", same_as="half_of_the_derivative", half_of_the_derivative_of_r="dr*r")
exercise.misconception(of="ds_r", same_as="tanh_for_sigmoid", tanh_for_sigmoid_of_r="dr*(1-r^2)")
exercise.misconception(of="dh_direct", all_of_it="dh")
