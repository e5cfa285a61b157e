# exercise: losses/cross_entropy
# style: a generator of terms, math.log with two arguments
import math


def terms(p, q, base):
    for a, b in zip(map(float, p), map(float, q)):
        if a > 0:
            yield -a * math.log(b, base) if b > 0 else math.inf


def cross_entropy(p, q, base):
    return math.fsum(terms(p, q, base))
