"""Long-term and short-term memory, and why gradients survive along the cell state."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="rnn.lstm_memory rnn.lstm_gradient rnn.lstm",
    difficulty=2,
    points=4,
    right="cell_is_long_term forget_near_one_keeps input_gate_lets_in gradient_can_still_vanish",
    wrong="memories_exchanged forget_near_one_forgets output_gate_writes_the_cell "
    "all_gates_carry_the_gradient gradient_never_vanishes",
)
