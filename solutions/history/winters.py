"""First winter: one layer is not enough for XOR, and several could not be trained.

Second winter: gradients vanish in deep networks of sigmoids, and data and computing power were too small.
"""

right = {"not_separable", "no_training_method", "vanishing_gradients", "little_data_and_power"}
