# exercise: optimisation/momentum
# mistake: the learning rate is outside of the velocity
# name: learning_rate_outside
def momentum_step(w, v, dw, learning_rate, momentum):
    v = momentum * v - dw
    w = w + learning_rate * v
    return w, v
