"""Each neuron takes the outputs of the layer before and hands its own to the next.

There is no feedback, and there are no links within a layer.
Without activations, (x W1 + b1) W2 + b2 = x (W1 W2) + (b1 W2 + b2) is one linear layer.
"""

right = {"from_the_layer_before", "no_feedback", "no_links_within", "needs_activations"}
