import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    symbols={"dh": "(H,)", "o": "(H,)", "c": "(H,)"},
    steps={"do": (2, "dh*tanh(c)"), "dc": (3, "dh*o*(1-tanh(c)^2)")},
    syllabus="rnn.lstm_gradient",
    difficulty=2,
)


@exercise.point
def consistent(rng):
    return {"dh": rng.normal(size=4), "o": 1 / (1 + np.exp(-rng.normal(size=4))), "c": rng.normal(size=4)}


exercise.misconception(of="dc", not_differentiated="dh*o*tanh(c)")
