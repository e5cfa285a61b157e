"""Back through h = tanh(a): da = dh * (1 - h^2). Back through a2 = U x2 + W h1: W^T da2 reaches h1, and adds
to the direct gradient of h1. U and W are used twice, so their gradients are sums of two outer products.
"""

answers = {}
answers["rnn/rnn_gradient"] = {
    "da2": "dh2 * (1 - h2^2)",
    "dh1_total": "dh1 + W.T @ da2",
    "da1": "dh1_total * (1 - h1^2)",
    "dW": "outer(da2, h1) + outer(da1, h0)",
    "dU": "outer(da2, x2) + outer(da1, x1)",
    "dh0": "W.T @ da1",
}
