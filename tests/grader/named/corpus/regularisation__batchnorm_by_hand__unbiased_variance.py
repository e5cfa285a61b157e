# exercise: regularisation/batchnorm_by_hand
# mistake: divided by N - 1
# name: unbiased_variance
# seed: 3
answers = {}
answers['regularisation/batchnorm_by_hand'] = {"mean": 0.375, "var": 0.129167, "x_hat": 0.84151, "y": 1.96227, "running_var": 1.43875}
