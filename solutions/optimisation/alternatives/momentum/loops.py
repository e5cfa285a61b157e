"""Parameter by parameter, with results as lists of Python numbers."""


def momentum_step(w, v, dw, learning_rate, momentum):
    w_new, v_new = [], []
    for weight, velocity, slope in zip(w.tolist(), v.tolist(), dw.tolist(), strict=True):
        v_new += [momentum * velocity - learning_rate * slope]
        w_new += [weight + v_new[-1]]
    return [w_new, v_new]
