"""d|w| = sign(w), dw^2 = 2 w, and the norm is a root: w / ||w||. The total gradient is the sum of its
three terms; with the L2 penalty alone w - eta 2 lambda2 w = (1 - 2 eta lambda2) w.
"""

answers = {}
answers["regularisation/penalty_gradient"] = {
    "dnorm": "w / sqrt(sum(w^2))",
    "dR1": "lambda1 * sign(w)",
    "dR2": "2 * lambda2 * w",
    "dw": "dw_data + dR1 + dR2",
    "w_new": "w - eta * dw",
    "shrink": "1 - 2 * eta * lambda2",
}
