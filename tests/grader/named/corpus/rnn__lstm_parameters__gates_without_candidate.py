# exercise: rnn/lstm_parameters
# mistake: the candidate is not counted
# name: gates_without_candidate
# seed: 3
answers = {}
answers['rnn/lstm_parameters'] = {"rnn": 4752, "lstm": 3 * 4752, "gru": 2 * 4752, "gru_two_biases": 2 * 4752 + 96, "lstm_with_output": 3 * 4752 + 490}
