"""A layer from n to m neurons has n m weights and m biases: (n + 1) m parameters.

A new neuron in the first hidden layer has one weight for each input, a bias, and a weight in every neuron
of the second hidden layer.
"""


def solve(p):
    inputs = p.height * p.width * p.channels
    sizes = [inputs, *p.hidden, p.classes]
    layers = [(n + 1) * m for n, m in zip(sizes[:-1], sizes[1:], strict=True)]
    return {
        "inputs": inputs,
        "first": layers[0],
        "second": layers[1],
        "total": sum(layers),
        "one_more": inputs + 1 + p.hidden[1],
    }
