# exercise: feedforward/backprop
# mistake: the sigmoid's derivative for that of tanh
# name: sigmoid_formula
# seed: 0
answers = {}
answers['feedforward/backprop'] = {"dS": "(P-Y)/M", "dW2": "H.T@dS", "db2": "e@dS", "dH": "dS@W2.T", "dA": "dH*H*(1-H)", "dW1": "X.T@dA", "db1": "e@dA", "dX": "dA@W1.T"}
