# exercise: losses/mse
# mistake: a mean over samples only, loss and gradient
# name: mean_over_samples
# costs: everything
def mse_loss(x, y):
    m = x.shape[0]
    diff = x - y
    return sum((row**2).sum() for row in diff) / m, 2 * diff / m
