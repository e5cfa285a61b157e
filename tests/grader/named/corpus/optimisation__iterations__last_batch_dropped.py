# exercise: optimisation/iterations
# mistake: floor for ceiling
# name: last_batch_dropped
answers = {}
answers['optimisation/iterations'] = {"per_epoch": 30, "last_batch": 26, "updates": 210, "updates_of_bgd": 7, "updates_of_sgd": 21182, "fewer": 154}
