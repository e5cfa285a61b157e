# exercise: rnn/lstm_gradient
# mistake: 1 - tanh for 1 - tanh^2
# name: square_forgotten
answers = {}
answers['rnn/lstm_gradient'] = {"do": "dh*tanh(c)", "dc": "dh*o*(1-tanh(c)) + dc_next", "di": "dc*g", "dg": "dc*i", "df": "dc*c_prev", "dc_prev": "dc*f"}
