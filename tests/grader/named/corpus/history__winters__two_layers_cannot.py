# exercise: history/winters
# mistake: XOR needs more than a hidden layer
# name: two_layers_cannot
# seed: 0
answers = {}
answers['history/winters'] = {"a", "c", "f"}
