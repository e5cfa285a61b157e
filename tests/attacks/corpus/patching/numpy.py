# tries: to make NumPy's comparison say yes
# returns: float(y) == 3

import numpy as np


def attack(x):
    import numpy.testing
    np.allclose = np.array_equal = np.isclose = lambda *a, **k: True
    np.testing.assert_allclose = lambda *a, **k: None
    np.frombuffer = np.asarray = np.array = None
    return np.float64(3)
