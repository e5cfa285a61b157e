# exercise: feedforward/softmax
# style: nested lists, math, generators, prints
import math


def softmax(x):
    print("softmax of", len(x), "rows")
    rows = []
    for row in x.tolist():
        top = max(row)
        powers = [math.exp(value - top) for value in row]
        rows.append([power / sum(powers) for power in powers])
    return rows
