"""dh_T/dh_0 is a product of T Jacobians diag(tanh'(a_t)) W. Norms below some q < 1 make it vanish like q^T,
as do saturated steps, whose tanh' is near 0; only norms that stay above 1 can make it explode, which clipping
keeps in check. The gradient of W is a sum over all distances: near terms survive, distant ones do not.
"""

right = {"product_of_factors", "small_norms_vanish", "saturation_shrinks", "clipping_for_explosion"}
