# exercise: feedforward/sigmoid
# mistake: the derivative takes its argument for a sigmoid already
# name: argument_taken_for_the_value
import numpy as np



def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))


def sigmoid_derivative(x):
    return x * (1 - x)
