"""One step, then the rest of the epochs from there; the parameters come back as a list."""


def batch_gradient_descent(gradient, w, X, y, learning_rate, epochs):
    if epochs == 0:
        return [float(value) for value in w]
    step = gradient(w, X, y) * -learning_rate
    return batch_gradient_descent(gradient, w + step, X, y, learning_rate, epochs - 1)
