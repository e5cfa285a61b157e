"""Backward through batch normalisation, derived arrow by arrow."""

import numpy as np

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="regularisation.batchnorm",
    difficulty=3,
    symbols={"dout": "(N,)", "x_hat": "(N,)", "xc": "(N,)", "gamma": "()", "s": "()", "N": "()"},
    steps={
        "dgamma": (1, "sum(dout*x_hat)"),
        "dbeta": (1, "sum(dout)"),
        "dx_hat": (1, "dout*gamma"),
        "ds": (2, "-sum(dx_hat*xc)/s^2"),
        "dvar": (1, "ds/(2*s)"),
        "dxc": (2, "dx_hat/s + dvar*2*xc/N"),
        "dmu": (1, "-sum(dxc)"),
        "dx": (2, "dxc + dmu/N"),
    },
)


@exercise.point
def consistent(rng):
    x, dout = rng.normal(size=(2, 5))
    xc, eps = x - x.mean(), rng.uniform(0.05, 0.3)
    s = np.sqrt((xc**2).mean() + eps)
    return dict(dout=dout, x_hat=xc / s, xc=xc, gamma=rng.uniform(0.5, 2), s=s, N=5)


exercise.misconception(
    of="dgamma", averaged="mean(dout*x_hat)", not_summed="dout*x_hat", not_normalised="sum(dout*xc)"
)
exercise.misconception(of="dbeta", same_as="averaged", shift_averaged="mean(dout)")
exercise.misconception(of="dbeta", same_as="not_summed", shift_not_summed="dout")
exercise.misconception(of="dx_hat", divided_by_gamma="dout/gamma", scale_forgotten="dout")
exercise.misconception(
    of="ds",
    sign_forgotten="sum(dx_hat*xc)/s^2",
    not_squared="-sum(dx_hat*xc)/s",
    normalised_already="-sum(dx_hat*x_hat)/s^2",
)
exercise.misconception(of="ds", same_as="not_summed", deviation_not_summed="-dx_hat*xc/s^2")
exercise.misconception(
    of="dvar", root_not_halved="ds/s", root_the_wrong_way="ds*2*s", factor_half_only="ds/2"
)
exercise.misconception(
    of="dxc",
    only_direct="dx_hat/s",
    variance_not_divided_by_n="dx_hat/s + dvar*2*xc",
    square_not_differentiated="dx_hat/s + dvar*xc/N",
    only_through_the_variance="dvar*2*xc/N",
)
exercise.misconception(
    of="dxc", same_as="variance_not_divided_by_n", nor_summed="dx_hat/s + dvar*2*sum(xc^2)"
)
exercise.misconception(of="dmu", sign_of_the_mean_forgotten="sum(dxc)", mean_of_the_gradients="-mean(dxc)")
exercise.misconception(of="dmu", same_as="not_summed", mean_not_summed="-dxc")
exercise.misconception(
    of="dx", mean_as_a_constant="dxc", mean_not_divided_by_n="dxc + dmu", only_through_the_mean="dmu/N"
)
