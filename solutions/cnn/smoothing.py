"""The smaller the centre's weight, and the less it differs from the others, the stronger the blur.

k has 4/16 at its centre, and 1/16 at its corners. Flatter: the mean kernels (all weights equal), and the one
with 2/10 among weights of 1/10. The others have a higher centre, or negative weights, which bring out
differences.
"""

right = {"mean_3", "nearly_flat", "mean_5"}
