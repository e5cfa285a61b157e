# exercise: optimisation/adam_by_hand
# mistake: the second step is corrected with t = 1
# name: correction_of_the_first_step
# seed: 3
m1, v1 = 0.2 * 3, 0.05 * 9
w1 = -1.5 - 0.25 * 3 / 3
m2, v2 = 0.8 * m1 + 0.2 * 4, 0.95 * v1 + 0.05 * 16
mh, vh = m2 / (1 - 0.8), v2 / (1 - 0.95)
answers = {"optimisation/adam_by_hand": {"w1": w1, "m2": m2, "v2": v2, "m_hat": mh, "v_hat": vh, "w2": w1 - 0.25 * mh / vh**0.5}}
