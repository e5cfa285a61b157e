"""Gradients of one LSTM step, derived from its output back to its gates."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="rnn.lstm_gradient",
    difficulty=3,
    symbols=dict.fromkeys("dh dc_next i f o g c c_prev".split(), "(H,)"),
    steps={
        "do": (1, "dh*tanh(c)"),
        "dc": (2, "dh*o*(1-tanh(c)^2) + dc_next"),
        "di": (1, "dc*g"),
        "dg": (1, "dc*i"),
        "df": (1, "dc*c_prev"),
        "dc_prev": (2, "dc*f"),
    },
)


@exercise.point
def consistent(rng):
    i, f, o = 1 / (1 + np.exp(-rng.normal(size=(3, 4))))
    g, c_prev = np.tanh(rng.normal(size=4)), rng.normal(size=4)
    c = f * c_prev + i * g
    return dict(dh=rng.normal(size=4), dc_next=rng.normal(size=4), i=i, f=f, o=o, g=g, c=c, c_prev=c_prev)


exercise.misconception(
    of="do", tanh_forgotten="dh*c", gate_instead_of_cell="dh*o", sigmoid_of_a_gate="dh*tanh(c)*o*(1-o)"
)
exercise.misconception(
    of="dc",
    no_dc_next="dh*o*(1-tanh(c)^2)",
    not_differentiated="dh*o*tanh(c) + dc_next",
    output_gate_forgotten="dh*(1-tanh(c)^2) + dc_next",
    square_forgotten="dh*o*(1-tanh(c)) + dc_next",
    only_dc_next="dc_next",
)
exercise.misconception(of="dc", same_as="not_differentiated", derivative_left_out="dh*o + dc_next")
exercise.misconception(of="dc", same_as="square_forgotten", square_of_c_itself="dh*o*(1-c^2) + dc_next")
exercise.misconception(of="di", multiplied_by_its_own_gate="dc*i")
exercise.misconception(of="dg", same_as="multiplied_by_its_own_gate", candidate_by_itself="dc*g")
exercise.misconception(of="df", same_as="multiplied_by_its_own_gate", forget_gate_by_itself="dc*f")
exercise.misconception(of="di", same_as="sigmoid_of_a_gate", sigmoid_of_i="dc*g*i*(1-i)")
exercise.misconception(of="df", same_as="sigmoid_of_a_gate", sigmoid_of_f="dc*c_prev*f*(1-f)")
exercise.misconception(of="dg", tanh_of_the_candidate="dc*i*(1-g^2)")
exercise.misconception(of="df", c_for_c_prev="dc*c")
exercise.misconception(of="dc_prev", only_through_the_cell="dc_next*f", forget_gate_lost="dc")
