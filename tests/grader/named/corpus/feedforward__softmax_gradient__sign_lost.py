# exercise: feedforward/softmax_gradient
# mistake: p_i p_j without its minus
# name: sign_lost
# seed: 0
answers = {}
answers['feedforward/softmax_gradient'] = {"J_ii": "p_i - p_i^2", "J_ij": "p_i*p_j", "dp": "-t/p", "dx": "p - t"}
