"""Overfitting: small training error, large error on new data. Regularisation gives up some of the former
for the latter, as more data does; too much of it underfits. L1 pushes small weights all the way to 0, L2
does not.
"""

right = {"gap_is_overfitting", "training_error_may_rise", "more_data_helps", "l1_makes_zeros"}
