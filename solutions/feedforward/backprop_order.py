"""Each step needs what stands before it: from x to the loss, back in the opposite order, then the update.

The gradients of the second layer's parameters only need the gradient of s, so they may also come later; the
update needs them all, and may not come before the gradient of h, which is made with the old W2.
"""

order = ["batch", "hidden", "relu", "scores", "probs", "dscores", "dupper", "dh", "da", "dlower", "update"]
