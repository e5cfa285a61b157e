"""(S * Y) has only the correct scores left, and S - s e^T takes each row's off the row.

A violated term has the derivative 1 by S_ij and -1 by the correct score: together V, and minus the number of
violations where Y is 1. The mean puts 1/N before it, S = X W hands it on as X^T dS, and the penalty adds
2 lambda W.
"""

answers = {}
answers["losses/svm_gradient"] = {
    "correct": "(S * Y) @ e",
    "M": "S - outer(correct, e) + 1",
    "L": "sum(V * M) / N + lam * sum(W^2)",
    "count": "V @ e",
    "dS": "(V - outer(count, e) * Y) / N",
    "dW": "X.T @ dS + 2 * lam * W",
}
