"""A layer from n to m neurons has n m weights and m biases: (n + 1) m parameters.

A new neuron in the first hidden layer has one weight for each input, a bias, and a weight in every neuron
of the second hidden layer.
"""


def solve(p):
    inputs = p.height * p.width * p.channels
    first, second = p.hidden
    layers = [(inputs + 1) * first, (first + 1) * second, (second + 1) * p.classes]
    return {
        "inputs": inputs,
        "first": layers[0],
        "second": layers[1],
        "total": sum(layers),
        "one_more": inputs + 1 + second,
    }
