"""For every index of every order: w <- w - eta gradient of that one sample, at the newest w."""


def stochastic_gradient_descent(gradient, w, X, y, learning_rate, orders):
    for order in orders:
        for i in order:
            w = w - learning_rate * gradient(w, X[i : i + 1], y[i : i + 1])
    return w
