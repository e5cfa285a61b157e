"""H(p, q) = H(p) + D(p || q), and H(p) does not depend on q.

So both have the same gradient by q and fall together; D is at least 0, and 0 only for q = p, where the cross
entropy is the entropy of p. D weights by its first argument, so that it is not symmetric; a term with
q_k = 0 < p_k is infinite.
"""

right = {"closer_when_smaller", "least_is_the_entropy", "same_gradient", "not_symmetric"}
