"""Lists of whole numbers, and for each code the row of W that stands at its 1."""


def one_hot(words, V):
    return [[int(k == word) for k in range(V)] for word in words]


def hidden(codes, W):
    return [list(W[code.tolist().index(1)]) for code in codes]
