# exercise: regularisation/dropout_modes
# mistake: divides in training and multiplies at test time
# name: scaled_again_at_test_time
# seed: 0
answers = {}
answers['regularisation/dropout_modes'] = "a, e, g, i"
