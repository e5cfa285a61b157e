"""First the velocity, then the parameters: v <- mu v - eta dw, w <- w + v."""


def momentum_step(w, v, dw, learning_rate, momentum):
    v = momentum * v - learning_rate * dw
    return w + v, v
