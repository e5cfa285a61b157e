# exercise: optimisation/momentum
# mistake: signs of the two lines do not fit
# name: ascends
# costs: everything
def momentum_step(w, v, dw, learning_rate, momentum):
    v_new = [momentum * a + learning_rate * b for a, b in zip(v, dw)]
    return [a + b for a, b in zip(w, v_new)], v_new
