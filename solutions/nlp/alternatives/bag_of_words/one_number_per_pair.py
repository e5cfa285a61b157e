"""Document and word make one number, d (V + 1) + word + 1; -1 gets a column of its own, which is cut off."""

import numpy as np


def bag_of_words(documents, V):
    D = documents.shape[0]
    numbers = documents + 1 + (V + 1) * np.arange(D)[:, np.newaxis]
    return np.bincount(numbers.ravel(), minlength=D * (V + 1)).reshape(D, V + 1)[:, 1:]
