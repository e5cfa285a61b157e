"""Sigmoids lie in (0, 1), so h = o * tanh(c) lies in (-1, 1); c is a sum that nothing squashes and may leave
that range. Elementwise products need equal lengths: gates, cell state and hidden state all have H entries.
"""

right = {
    "gates_between_0_and_1",
    "all_of_one_dimension",
    "hidden_state_between_signs",
    "cell_state_without_bound",
}
