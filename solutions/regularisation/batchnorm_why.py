"""Deep sigmoids saturate, and s (1 - s) vanishes there. Mean 0 and variance 1 over the batch bring inputs
back; gamma and beta restore what the network needs; test time takes the running statistics.
"""

right = {
    "inputs_drift_into_saturation",
    "mean_0_variance_1",
    "scale_and_shift_learnt",
    "running_statistics_at_test",
}
