"""D rows of V columns, 4 bytes each; at most as many nonzeros as different words; V choices, twice."""


def solve(p):
    numbers = p.documents * p.words
    return {
        "numbers": numbers,
        "gigabytes": numbers * 4 / 10**9,
        "nonzero_percent": 100 * p.different / p.words,
        "pairs": p.words * p.words,
    }
