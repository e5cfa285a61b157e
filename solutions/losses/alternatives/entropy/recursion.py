"""Does the first event happen, and if not, which of the others? H = h(p_1) + (1 - p_1) H(the others).

Here h is the entropy of yes or no. Where nothing is left for the others, none of them is uncertain.
"""

from numpy import log


def yes_or_no(p, base):
    return sum(-chance * log(chance) / log(base) for chance in (p, 1 - p) if chance > 0)


def entropy(p, base):
    first, *others = p
    left = sum(others)
    if left <= 0:
        return 0.0
    share = first / (first + left)
    rest = [chance / left for chance in others]
    return yes_or_no(share, base) + (1 - share) * entropy(rest, base)
