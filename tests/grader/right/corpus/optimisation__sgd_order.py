# exercise: optimisation/sgd_order
# style: a list of capital letters
answers = {"optimisation/sgd_order": ["B", "G", "I", "H", "F", "C", "E", "A", "D"]}
