"""Every sample is a function w -> w minus its step; the epochs apply them in the given order."""


def stochastic_gradient_descent(gradient, w, X, y, learning_rate, orders):
    def step_of(i):
        x, target = X[[i], :], y[[i]]
        return lambda w: w - learning_rate * gradient(w, x, target)

    steps = [step_of(i) for i in range(X.shape[0])]
    for epoch in range(orders.shape[0]):
        for k in range(orders.shape[1]):
            w = steps[orders[epoch, k]](w)
    return tuple(w)
