# exercise: optimisation/momentum_by_hand
# mistake: 3 (w - c) for the derivative of 3 (w - c)^2
# name: two_forgotten
# seed: 0
answers = {}
answers['optimisation/momentum_by_hand'] = {"v1": -1.05, "w1": 2.95, "g2": 17.85, "v2": -1.8375, "w2": 1.1125}
