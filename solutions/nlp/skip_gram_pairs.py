"""Count the words within the window of every place; CBOW predicts once a place."""


def solve(p):
    def context(place):
        """How many words stand around a place, counted from 1."""
        return min(place - 1, p.window) + min(p.length - place, p.window)

    pairs = sum(context(place) for place in range(1, p.length + 1))
    return {
        "near_the_start": context(p.position),
        "pairs": pairs,
        "corpus_pairs": p.sentences * pairs,
        "cbow_predictions": p.sentences * p.length,
    }
