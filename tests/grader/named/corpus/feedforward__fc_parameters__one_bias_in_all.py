# exercise: feedforward/fc_parameters
# mistake: one bias for the whole first layer
# name: one_bias_in_all
answers = {}
answers['feedforward/fc_parameters'] = {"inputs": 300, "first": 6001, "second": 840, "total": 6001 + 840 + 246, "one_more": 301 + 40}
