# exercise: rnn/gru_gradient
# mistake: the candidate's share of dz is forgotten
# name: old_state_alone
# seed: 0
answers = {}
answers['rnn/gru_gradient'] = {"dn": "dh - z*dh", "dz": "dh*h_prev", "da_n": "dn*(1-n*n)", "dr": "u_n*da_n", "du_n": "r*da_n", "ds_z": "dz*z*(1-z)", "ds_r": "dr*r*(1-r)", "dh_direct": "z*dh"}
