# exercise: nlp/bag_of_words
# style: unsigned bytes, filled by unique words
import numpy as np
def bag_of_words(documents, V):
    out = np.zeros((len(documents), V), dtype=np.uint8)
    for i, row in enumerate(documents):
        words, counts = np.unique(row[row != -1], return_counts=True)
        out[i, words] = counts
    return out
