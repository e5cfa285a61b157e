# exercise: nlp/bag_of_words
# mistake: X[d, words] += 1 acts once on a repeated word
# name: presence_only
# costs: everything
import numpy as np


def bag_of_words(documents, V):
    X = np.zeros((len(documents), V))
    for d, document in enumerate(documents):
        X[d, document[document != -1]] += 1
    return X
