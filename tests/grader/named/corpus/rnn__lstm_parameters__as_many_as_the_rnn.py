# exercise: rnn/lstm_parameters
# mistake: the LSTM counted like the RNN
# name: as_many_as_the_rnn
answers = {}
answers['rnn/lstm_parameters'] = {"rnn": 19072, "lstm": 19072, "gru": 57216, "gru_two_biases": 57216 + 384, "lstm_with_output": 19072 + 129 * 14}
