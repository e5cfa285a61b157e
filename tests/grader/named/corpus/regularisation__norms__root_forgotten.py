# exercise: regularisation/norms
# mistake: the L2 norm without its root
# name: root_forgotten
answers = {}
answers['regularisation/norms'] = {"l1": 11.5, "l2": 32.25, "l1_penalty": 1.15, "l2_penalty": 3.225, "loss": 5.525}
