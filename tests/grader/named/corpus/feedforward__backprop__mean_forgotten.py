# exercise: feedforward/backprop
# mistake: 1/M forgotten
# name: mean_forgotten
# seed: 0
answers = {}
answers['feedforward/backprop'] = {"dS": "P - Y", "dW2": "H.T @ dS", "db2": "e @ dS", "dH": "dS @ W2.T", "dA": "(1 - H*H) * dH", "dW1": "X.T @ dA", "db1": "e @ dA", "dX": "dA @ W1.T"}
