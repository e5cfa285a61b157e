# exercise: nlp/bag_of_words
# style: Counter, lists of integers
from collections import Counter


def bag_of_words(documents, V):
    bags = [Counter(int(word) for word in document) for document in documents]
    return [[bag[k] for k in range(V)] for bag in bags]
