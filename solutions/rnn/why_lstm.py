"""A plain RNN multiplies by W and tanh' at every step; along the cell state an LSTM multiplies by the
forget gate.
"""

answers = {}
answers["rnn/why_lstm"] = (
    "In a plain RNN the gradient over T steps is a product of T Jacobians, each with W and tanh' in "
    "it; tanh' is at most 1, and where the factors' norms are below 1 the product vanishes "
    "exponentially. In an LSTM the direct derivative of c_t by c_{t-1} is f_t, with neither W nor "
    "tanh' in it. A forget gate that keeps the old state is near 1, and then so is a product over "
    "many steps, so gradients are kept. Where forget gates stay small for long, gradients still "
    "vanish."
)
