# exercise: nlp/bag_of_words
# mistake: -1 is counted as an index
# name: padding_is_the_last_word
import numpy as np


def bag_of_words(documents, V):
    X = np.zeros((documents.shape[0], V), dtype=int)
    for d in range(documents.shape[0]):
        for word in documents[d]:
            X[d][word] += 1
    return X
