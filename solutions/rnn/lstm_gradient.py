"""c acts on the loss in two ways, through h = o * tanh(c) and through the cell of the next step:

    dc = dh * o * (1 - tanh(c)^2) + dc_next.

Each product in c = f * c_prev + i * g then hands dc on, times the other factor.
"""

answers = {}
answers["rnn/lstm_gradient"] = {
    "do": "dh * tanh(c)",
    "dc": "dh * o * (1 - tanh(c)^2) + dc_next",
    "di": "dc * g",
    "dg": "dc * i",
    "df": "dc * c_prev",
    "dc_prev": "dc * f",
}
