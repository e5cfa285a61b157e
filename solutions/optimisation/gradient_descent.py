"""w <- w - eta gradient(w, X, y), once an epoch, with all samples each time."""


def batch_gradient_descent(gradient, w, X, y, learning_rate, epochs):
    for _ in range(epochs):
        w = w - learning_rate * gradient(w, X, y)
    return w
