# exercise: losses/softmax_loss_gradient
# mistake: 1/N forgotten
# name: mean_forgotten
answers = {}
answers['losses/softmax_loss_gradient'] = {"L": "log(sum(exp(s))) - sum(t*s)", "ds": "softmax(s) - t", "dS": "P - Y", "dW": "X.T @ dS", "dX": "dS @ W.T"}
