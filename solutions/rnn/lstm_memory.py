"""c_t, long-term memory: the forget gate says how much of c_{t-1} stays, the input gate how much comes in.
h_t, short-term memory: what the output gate shows. Along the cell dc_t/dc_{t-1} = f_t: near 1 gradients are
kept, but a product of small forget gates vanishes like any other.
"""

right = {"cell_is_long_term", "forget_near_one_keeps", "input_gate_lets_in", "gradient_can_still_vanish"}
