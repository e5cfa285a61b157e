# exercise: rnn/vanishing
# mistake: a spectral radius above 1 always explodes
# name: large_weights_always_explode
# seed: 0
answers = {}
answers['rnn/vanishing'] = ["a", "d", "g", "h", "i"]
