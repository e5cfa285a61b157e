"""From the loss back, through one formula at a time:

S:  softmax with cross entropy, mean over M samples: dS = (P - Y) / M,
S = H W2 + b2:  dW2 = H^T dS,  db2 = sum of the rows of dS,  dH = dS W2^T,
H = tanh(A):  dA = dH (1 - H^2), entry by entry,
A = X W1 + b1:  dW1 = X^T dA,  db1 = sum of the rows of dA,  dX = dA W1^T.
"""

answers = {}
answers["feedforward/backprop"] = {
    "dS": "(P - Y) / M",
    "dW2": "H.T @ dS",
    "db2": "e @ dS",
    "dH": "dS @ W2.T",
    "dA": "dH * (1 - H^2)",
    "dW1": "X.T @ dA",
    "db1": "e @ dA",
    "dX": "dA @ W1.T",
}
