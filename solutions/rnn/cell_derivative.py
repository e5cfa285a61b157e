"""Along the cell state dc_t/dc_{t-1} = f_t; over several steps these are multiplied. f^n = 1/2 for the
n-th root of a half.
"""

import numpy as np


def solve(p):
    return {
        "one_step": p.forget[3],
        "four_steps": np.prod(p.forget),
        "steady_steps": p.steady**p.steps,
        "gate_for_half": 0.5 ** (1 / p.distance),
    }
