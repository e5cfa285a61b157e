"""A document's vector is the sum of its words' one-hot vectors; padding is skipped."""

import numpy as np


def bag_of_words(documents, V):
    X = np.zeros((len(documents), V))
    for d, document in enumerate(documents):
        for word in document:
            if word >= 0:
                X[d, word] += 1
    return X
