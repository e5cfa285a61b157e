# exercise: optimisation/sgd_order
# mistake: w before v
# name: weights_before_the_velocity
# seed: 0
answers = {}
answers['optimisation/sgd_order'] = "g b i h f c a e d"
