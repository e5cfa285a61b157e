# exercise: feedforward/fc_parameters
# mistake: the new neuron's outgoing weights are forgotten
# name: incoming_only
# seed: 3
answers = {}
answers['feedforward/fc_parameters'] = {"inputs": 480, "first": 12025, "second": 520, "total": 12776, "one_more": 481}
