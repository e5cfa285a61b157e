"""A GRU carries its hidden state alone, with a reset gate (in the candidate) and an update gate, which keeps
the old and lets in the new at once: three sets of weights against the LSTM's four.
"""

right = {"no_cell_state", "two_gates", "update_gate_does_both", "fewer_parameters"}
