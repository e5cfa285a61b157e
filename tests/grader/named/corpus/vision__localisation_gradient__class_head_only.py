# exercise: vision/localisation_gradient
# mistake: the box head's gradient is not added
# name: class_head_only
# seed: 0
answers = {}
answers['vision/localisation_gradient'] = {"ds": "softmax(s) - y", "db": "2*a*(b - t)", "dV": "outer(ds, h)", "dW": "outer(db, h)", "dh": "V.T @ ds"}
