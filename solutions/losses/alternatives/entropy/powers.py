"""-sum p log p is the logarithm of 1 / prod p^p, and 0^0 is 1, as the convention has it."""

import numpy as np


def entropy(p, base):
    effective_number_of_events = 1 / np.prod(np.power(p, p))
    return np.emath.logn(base, effective_number_of_events)
