"""s(-x) = exp(-x) / (1 + exp(-x)) = 1 - s(x), so s' = exp(-x) / (1 + exp(-x))^2 = s (1 - s), and

    s'' = (1 - 2 s) s'.

tanh(x) = (1 - exp(-2x)) / (1 + exp(-2x)) = 2 s(2x) - 1, so tanh' = 4 u (1 - u) = 1 - tanh^2, and

    tanh'' = -2 tanh tanh'.
"""

answers = {}
answers["feedforward/activation_derivatives"] = {
    "mirrored": "1 - s",
    "ds": "s * (1 - s)",
    "d2s": "s * (1 - s) * (1 - 2*s)",
    "t_from_u": "2*u - 1",
    "dt": "1 - t^2",
    "d2t": "-2 * t * (1 - t^2)",
}
