# exercise: optimisation/momentum
# mistake: plain gradient descent
# name: no_momentum
import numpy as np



def momentum_step(w, v, dw, learning_rate, momentum):
    v = -learning_rate * dw
    return w + v, v
