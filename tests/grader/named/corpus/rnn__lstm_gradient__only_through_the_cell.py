# exercise: rnn/lstm_gradient
# mistake: f times the incoming dc only
# name: only_through_the_cell
# seed: 0
answers = {}
answers['rnn/lstm_gradient'] = {"do": "dh*tanh(c)", "dc": "dc_next + dh*o*(1 - tanh(c)**2)", "di": "dc*g", "dg": "i*dc", "df": "c_prev*dc", "dc_prev": "f*dc_next"}
