# exercise: feedforward/softmax_by_hand
# mistake: doubled scores give the same probabilities
# name: invariant_under_factors
# seed: 0
from math import exp

z = 1 + exp(-0.5) + exp(-1.5)
p = [exp(-1.5) / z, exp(-0.5) / z, 1 / z]
answers = {"feedforward/softmax_by_hand": {"z": z, "probs": p, "doubled": p}}
