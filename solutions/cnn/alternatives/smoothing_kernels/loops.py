"""Weight by weight in nested lists: exp of minus the squared distance from the centre, over their sum."""

from numpy import exp


def mean_kernel(size):
    return [[1 / size**2 for _ in range(size)] for _ in range(size)]


def gaussian_kernel(size, sigma):
    centre = (size - 1) / 2
    weights, total = [], 0.0
    for i in range(size):
        row = []
        for j in range(size):
            distance_squared = (i - centre) ** 2 + (j - centre) ** 2
            row.append(exp(-distance_squared / (2 * sigma**2)))
            total += row[-1]
        weights.append(row)
    return [[weight / total for weight in row] for row in weights]


def noise_gain(kernel):
    gain = 0
    for row in kernel:
        for weight in row:
            gain += weight * weight
    return gain
