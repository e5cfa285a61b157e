"""The field grows by (k - 1) times the product of the strides before: windows and strides, nothing else.

So two 3x3 layers see 1 + 2 + 2 = 5 pixels, and later layers see more, the faster the larger the strides
before them. Kernels, padding and parameters have no part in it; neighbouring fields overlap where s < k.
"""

right = {"independent_of_outside", "two_small_kernels", "strides_reach_further", "later_layers_see_more"}
