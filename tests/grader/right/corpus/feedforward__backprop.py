# exercise: feedforward/backprop
# style: other groupings, Unicode operators, full-width brackets
answers = {}
answers["feedforward/backprop"] = {
    "dS": "（P − Y） ÷ M",
    "dW2": "H.T @ P / M - H.T @ Y / M",
    "db2": "e@dS",
    "dH": "(W2 @ dS.T).T",
    "dA": "dH × (1 − H) × (1 + H)",
    "dW1": "(dA.T @ X).T",
    "db1": "e @ (dH − H² · dH)",
    "dX": "dA @ W1.T",
}
