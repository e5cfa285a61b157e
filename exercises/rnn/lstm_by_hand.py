"""One step of a scalar LSTM, by hand."""

import numpy as np

from exercises.kit import Frozen, Numeric


class Gate(Frozen):
    """One row of the table: weights of the input and of the hidden state, and the bias."""

    u: float
    w: float
    b: float


class Params(Frozen):
    x: float
    h_prev: float
    c_prev: float
    input_gate: Gate
    forget_gate: Gate
    output_gate: Gate
    candidate: Gate

    def before_activation(self, gate: Gate) -> float:
        return gate.u * self.x + gate.w * self.h_prev + gate.b


def draw(rng):
    """Gates away from 0, 1 and each other; what each of the two products gives to c differs in size."""
    while True:
        u, w = rng.choice([-1, 1], size=(2, 4)) * rng.choice([0.2, 0.4, 0.5, 0.8, 1.0, 1.2], size=(2, 4))
        b = rng.choice([-0.6, -0.3, 0.2, 0.4, 0.7], size=4)
        names = ("input_gate", "forget_gate", "output_gate", "candidate")
        rows = (Gate(u=a.round(1), w=c.round(1), b=d) for a, c, d in zip(u, w, b, strict=True))
        p = Params(
            x=rng.choice([-1.5, -0.8, 0.5, 1.2, 2.0]),
            h_prev=rng.choice([-0.6, -0.4, 0.3, 0.5]),
            c_prev=rng.choice([-1.4, -0.9, 0.8, 1.3]),
            **dict(zip(names, rows, strict=True)),
        )
        gates = [p.before_activation(gate) for gate in (p.input_gate, p.forget_gate, p.output_gate)]
        a_g = p.before_activation(p.candidate)
        if max(map(abs, gates)) < 2 and 0.3 < abs(a_g) < 1.5 and min(map(abs, gates)) > 0.1:
            cell = sigmoid(gates[1]) * p.c_prev + sigmoid(gates[0]) * np.tanh(a_g)
            if 0.4 < abs(cell) < 1.6 and abs(abs(cell) - 1) > 0.02:
                return p


def sigmoid(a):
    return float(1 / (1 + np.exp(-a)))


exercise = Numeric(syllabus="rnn.lstm rnn.lstm_memory", difficulty=2, draw=draw)


@exercise.step(points=1, ge=0, le=1)
def i(p):
    return sigmoid(p.before_activation(p.input_gate))


@exercise.step(points=1, ge=0, le=1)
def f(p):
    return sigmoid(p.before_activation(p.forget_gate))


@exercise.step(points=1, ge=0, le=1)
def o(p):
    return sigmoid(p.before_activation(p.output_gate))


@exercise.step(points=1, ge=-1, le=1)
def g(p):
    return np.tanh(p.before_activation(p.candidate))


@exercise.step(points=2)
def c(p, i, f, g):
    return f * p.c_prev + i * g


@exercise.step(points=2, ge=-1, le=1)
def h(p, o, c):
    return o * np.tanh(c)


def in_all_gates(value):
    """A namespace of the three gates and the candidate, each made by `value(p, row, activation)`."""
    return {
        "i": lambda p: value(p, p.input_gate, sigmoid),
        "f": lambda p: value(p, p.forget_gate, sigmoid),
        "o": lambda p: value(p, p.output_gate, sigmoid),
        "g": lambda p: value(p, p.candidate, np.tanh),
    }


everywhere = {
    "bias_forgotten": lambda p, row, act: act(row.u * p.x + row.w * p.h_prev),
    "previous_state_ignored": lambda p, row, act: act(row.u * p.x + row.b),
    "cell_for_hidden_state": lambda p, row, act: act(row.u * p.x + row.w * p.c_prev + row.b),
    "activation_forgotten": lambda p, row, act: p.before_activation(row),
}
for name, value in everywhere.items():
    exercise.misconception(type(name, (), in_all_gates(value)))


@exercise.misconception
class gates_with_tanh:
    def i(p):
        return np.tanh(p.before_activation(p.input_gate))

    def f(p):
        return np.tanh(p.before_activation(p.forget_gate))

    def o(p):
        return np.tanh(p.before_activation(p.output_gate))


@exercise.misconception(of="g")
def candidate_with_sigmoid(p):
    return sigmoid(p.before_activation(p.candidate))


@exercise.misconception(of="c")
def gates_exchanged(p, i, f, g):
    return i * p.c_prev + f * g


@exercise.misconception(of="c")
def nothing_forgotten(p, i, g):
    return p.c_prev + i * g


@exercise.misconception(of="c")
def input_gate_not_applied(p, f, g):
    return f * p.c_prev + g


@exercise.misconception(of="c")
def old_memory_lost(p, i, g):
    return i * g


@exercise.misconception(of="h")
def tanh_forgotten(p, o, c):
    return o * c


@exercise.misconception(of="h")
def output_gate_not_applied(p, c):
    return np.tanh(c)


@exercise.misconception(of="h")
def gate_inside_tanh(p, o, c):
    return np.tanh(o * c)
