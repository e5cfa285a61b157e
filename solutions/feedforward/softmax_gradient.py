"""With S = sum_k exp(x_k), p_i = exp(x_i) / S and the quotient rule

    dp_i/dx_i = p_i - p_i^2,  dp_i/dx_j = -p_i p_j,

and with dL/dp_i = -t_i / p_i the chain rule gives

    dL/dx_j = -(t_j / p_j) p_j (1 - p_j) + sum_{i != j} (t_i / p_i) p_i p_j
            = -t_j + p_j sum_i t_i = p_j - t_j.
"""

answers = {}
answers["feedforward/softmax_gradient"] = {
    "J_ii": "p_i * (1 - p_i)",
    "J_ij": "-p_i * p_j",
    "dp": "-t / p",
    "dx": "p - t",
}
