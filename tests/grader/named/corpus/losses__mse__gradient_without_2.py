# exercise: losses/mse
# mistake: the 2 of the square is lost in the gradient
# name: gradient_without_2
import numpy as np



def mse_loss(x, y):
    r = x - y
    return (r * r).sum() / r.size, r / r.size
