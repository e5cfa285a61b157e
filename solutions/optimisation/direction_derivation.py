"""f(w + s) - f(w) = g^T s + s^T A s / 2 with g = A w - b; the first term is least against g."""

answers = {}
answers["optimisation/direction_derivation"] = {
    "g": "A @ w - b",
    "change": "g @ d",
    "u": "-g / sqrt(g @ g)",
    "rate": "-sqrt(g @ g)",
    "w_new": "w - eta * g",
    "first_order": "-eta * (g @ g)",
    "exact": "-eta * (g @ g) + eta^2 / 2 * (g @ A @ g)",
}
