# exercise: nlp/negative_sampling_gradient
# mistake: the negatives lose 1 too
# name: one_subtracted_from_the_negatives
# seed: 0
answers = {}
answers['nlp/negative_sampling_gradient'] = {"loss": "-log(sigmoid(u@h)) - sum(log(sigmoid(-U@h)))", "ds": "sigmoid(u@h) - 1", "dn": "sigmoid(U@h) - 1", "dh": "ds*u + dn@U", "du": "ds*h", "dU": "outer(dn, h)"}
