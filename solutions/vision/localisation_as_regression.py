"""Regression puts out numbers as they are: four coordinates, compared with the true ones by L2 loss.

Class and box share the network up to the heads; their losses are weighted and added up, so that one backward
pass trains both. The number of outputs is fixed: one box.
"""

right = {"four_numbers", "l2_loss", "shared_features", "weighted_sum"}
