# exercise: rnn/lstm_step_order
# mistake: h before c
# name: hidden_state_before_the_cell
# seed: 0
answers = {}
answers['rnn/lstm_step_order'] = "e h d c a b f g"
