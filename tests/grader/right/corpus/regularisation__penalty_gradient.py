# exercise: regularisation/penalty_gradient
# style: powers for roots, |w|/w, factored updates
answers = {}
answers["regularisation/penalty_gradient"] = [
    "w * sum(w*w)^(-1/2)",
    "lambda1 * abs(w) / w",
    "lambda2·(w + w)",
    "dR2 + dR1 + dw_data",
    "w − eta·(dw_data + dR1 + 2·lambda2·w)",
    "1 − 2·eta·lambda2",
]
