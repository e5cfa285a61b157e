# exercise: losses/kl_by_hand
# mistake: q (and r) as the weights; the impossible event is left out
# name: weighted_by_the_prediction
# costs: everything
# seed: 3
from math import log

d_q = 0.4375 * log(0.4375 / 0.3125) + 0.5 * log(0.5 / 0.6875)
d_r = 0.1875 * log(0.1875 / 0.3125) + 0.1875 * log(0.1875 / 0.6875)
answers = {"losses/kl_by_hand": [d_q, d_r, d_r - d_q, d_q / log(2)]}
