# exercise: losses/softmax_loss_gradient
# style: the logarithm of a softmax, divisions taken apart
answers = {
    "losses/softmax_loss_gradient": {
        "L": "-sum(t * log(softmax(s)))",
        "ds": "exp(s) / sum(exp(s)) - t",
        "dS": "P/N - Y/N",
        "dW": "(1/N) * (X.T @ (P - Y))",
        "dX": "(P @ W.T - Y @ W.T) / N",
    }
}
