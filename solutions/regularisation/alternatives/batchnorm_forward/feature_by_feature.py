"""Column by column, the sums of the statement as plain loops; running statistics change in place."""

import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    N, D = x.shape
    columns = []
    for d in range(D):
        values = [float(row[d]) for row in x]
        if bn_param["mode"] == "train":
            mean = sum(values) / N
            var = sum((value - mean) ** 2 for value in values) / N
            for name, new in {"running_mean": mean, "running_var": var}.items():
                old = bn_param[name][d]
                bn_param[name][d] = old + (1 - bn_param["momentum"]) * (new - old)
        else:
            mean, var = bn_param["running_mean"][d], bn_param["running_var"][d]
        factor = gamma[d] * (var + bn_param["eps"]) ** -0.5
        columns.append([factor * (value - mean) + beta[d] for value in values])
    return np.array(columns).T, {"mode": bn_param["mode"]}
