# exercise: regularisation/dropout_by_hand
# mistake: multiplied by p
# name: scaled_the_wrong_way
# seed: 0
answers = {}
answers['regularisation/dropout_by_hand'] = {"out": [0, 0.3, -0.125, 0, -0.2], "y_train": -1.15, "dx": [0, -0.5, 0.5, 0, 0.375], "y_mean": -3.1, "y_test_plain": -0.775}
