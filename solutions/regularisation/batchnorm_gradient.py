"""One arrow a step, from the end. gamma, beta, s and mu act on every sample, so their gradients are sums;
xc reaches x_hat directly and through the variance, x reaches xc directly and through the mean.
"""

answers = {}
answers["regularisation/batchnorm_gradient"] = {
    "dgamma": "sum(dout * x_hat)",
    "dbeta": "sum(dout)",
    "dx_hat": "gamma * dout",
    "ds": "-sum(dx_hat * xc) / s^2",
    "dvar": "ds / (2 * s)",
    "dxc": "dx_hat / s + 2 * xc * dvar / N",
    "dmu": "-sum(dxc)",
    "dx": "dxc + dmu / N",
}
