"""L = log sum_j exp(s_j) - s_y, and d(log sum_j exp(s_j))/ds_j is softmax(s)_j, so ds = softmax(s) - t.

The mean puts 1/N before it, and S = X W hands it on: dW = X^T dS, dX = dS W^T.
"""

answers = {}
answers["losses/softmax_loss_gradient"] = {
    "L": "log(sum(exp(s))) - sum(t * s)",
    "ds": "softmax(s) - t",
    "dS": "(P - Y) / N",
    "dW": "X.T @ dS",
    "dX": "dS @ W.T",
}
