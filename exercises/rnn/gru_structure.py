"""The structure of a GRU against that of an LSTM."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="rnn.gru rnn.lstm",
    difficulty=2,
    points=4,
    right="no_cell_state two_gates update_gate_does_both fewer_parameters",
    wrong="gates_of_the_lstm cell_state_kept_inside reset_gate_weighs_the_result "
    "more_parameters no_additive_way",
)
