"""Value ranges and dimensions in an LSTM."""

from exercises.kit import Choice

exercise = Choice(
    syllabus="rnn.lstm",
    difficulty=1,
    points=4,
    right="gates_between_0_and_1 all_of_one_dimension hidden_state_between_signs cell_state_without_bound",
    wrong="gates_either_0_or_1 gates_of_either_sign one_number_for_each_gate "
    "gates_as_long_as_the_input cell_state_between_signs",
)
