# exercise: rnn/lstm_step_order
# style: arrows
answers = {}
answers["rnn/lstm_step_order"] = "E → H → D → C → F → A → B → G"
