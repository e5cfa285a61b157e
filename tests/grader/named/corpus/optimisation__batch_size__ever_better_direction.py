# exercise: optimisation/batch_size
# mistake: the larger the better
# name: ever_better_direction
# seed: 3
answers = {}
answers['optimisation/batch_size'] = "ACEFH"
