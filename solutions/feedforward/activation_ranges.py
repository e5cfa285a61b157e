"""s = 1 / (1 + exp(-x)) lies in (0, 1); s' = s (1 - s) is largest where s = 1/2, and goes to 0 at both ends.

tanh lies in (-1, 1), tanh(0) = 0, and its slope 1 - tanh^2 goes to 0 at both ends too. ReLU is the line x for
x > 0 and 0 for x < 0: slopes 1 and 0.
"""

right = {"sigmoid_range", "sigmoid_slope", "tanh_centre", "relu_slope"}
