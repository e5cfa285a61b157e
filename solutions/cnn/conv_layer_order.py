"""Forward: pad, take windows, multiply and add up, add the bias; then the rest of the network and the loss.

Backward: with the gradient of the feature maps, the windows give the kernels' gradient, and the kernels the
padded input's, from which the padding is cut off last. Only then may the kernels change.
"""

order = [
    "pad",
    "cut",
    "multiply",
    "bias",
    "loss",
    "upstream",
    "windows",
    "add_up",
    "cut_off",
    "step",
]
