# exercise: losses/kl_by_hand
# style: numbers that the code computes
# seed: 3
import numpy as np

p, q, r = np.array([5, 11]) / 16, np.array([7, 8]) / 16, np.array([3, 3]) / 16
d = lambda a, b: np.sum(a * np.log(a / b))
answers = dict()
answers["losses/kl_by_hand"] = {
    "d_q": d(p, q),
    "d_r": np.array([d(p, r)]),
    "gain": "%.5f" % (d(p, r) - d(p, q)),
    "bits": np.float32(d(p, q) / np.log(2)),
}
