"""BGD: one exact update an epoch; SGD: N noisy ones; MBGD between them, unbiased; N gradients each."""

right = {"bgd_one_update", "sgd_noisy", "mbgd_both_ends", "equal_computation"}
