"""h = n + z (h_prev - n), so dn = dh (1 - z), dz = dh (h_prev - n), and z dh goes straight to h_prev. Then
back through tanh, through the product r u_n inside it, and through the two sigmoids.
"""

answers = {}
answers["rnn/gru_gradient"] = {
    "dn": "dh * (1 - z)",
    "dz": "dh * (h_prev - n)",
    "da_n": "dn * (1 - n^2)",
    "dr": "da_n * u_n",
    "du_n": "da_n * r",
    "ds_z": "dz * z * (1 - z)",
    "ds_r": "dr * r * (1 - r)",
    "dh_direct": "dh * z",
}
