# exercise: rnn/gru_gradient
# mistake: n - h_prev for h_prev - n
# name: sign_reversed
answers = {}
answers['rnn/gru_gradient'] = {"dn": "dh*(1-z)", "dz": "dh*(n-h_prev)", "da_n": "dn*(1-n^2)", "dr": "da_n*u_n", "du_n": "da_n*r", "ds_z": "dz*z*(1-z)", "ds_r": "dr*r*(1-r)", "dh_direct": "dh*z"}
