# exercise: optimisation/momentum
# style: yields its results
def momentum_step(w, v, dw, learning_rate, momentum):
    v = momentum * v - learning_rate * dw
    yield w + v
    yield v
