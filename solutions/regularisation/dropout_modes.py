"""A new mask in each training pass, and inverted scaling there, so that test time uses all units as they are.
What is dropped has no effect on the loss of that pass, so no gradient reaches it.
"""

right = {
    "new_mask_each_time",
    "all_units_at_test_time",
    "scaled_in_training_only",
    "no_gradient_where_dropped",
}
