# exercise: optimisation/momentum
# style: a map of its results
def momentum_step(w, v, dw, learning_rate, momentum):
    v = momentum * v - learning_rate * dw
    return map(list, (w + v, v))
