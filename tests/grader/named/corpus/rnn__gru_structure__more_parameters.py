# exercise: rnn/gru_structure
# mistake: a GRU has more parameters
# name: more_parameters
answers = {}
answers['rnn/gru_structure'] = "e, g, d, c"
