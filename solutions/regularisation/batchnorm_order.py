"""The variance needs the differences from the mean, the quotient needs the root of the variance; scale,
then shift. The running statistics only need mean and variance.
"""

order = ["mean", "centre", "variance", "running", "root", "divide", "scale", "shift"]
