"""dh_T/dh_0 is a product of T Jacobians diag(tanh'(a_t)) W, and at most as large as the product of their
norms. Norms below some q < 1 make it vanish like q^T, as do saturated steps, whose tanh' is near 0. It can
explode only where the product of the norms grows with T; clipping keeps that in check. The gradient of W is a
sum over all distances: near terms survive, distant ones do not.
"""

right = {"product_of_factors", "small_norms_vanish", "saturation_shrinks", "clipping_for_explosion"}
