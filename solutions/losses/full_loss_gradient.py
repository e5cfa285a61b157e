"""d|w|/dw = sign(w) and d(w^2)/dw = 2 w entry by entry; the 1/N belongs to the data loss alone."""

answers = {}
answers["losses/full_loss_gradient"] = {
    "R": "a * sum(abs(W)) + b * sum(W^2)",
    "dR": "a * sign(W) + 2 * b * W",
    "L": "mean(l) + R",
    "dW": "G / N + dR",
    "W_new": "W - eta * dW",
}
