# tries: to walk the whole file system for anything that speaks of the grader
# returns: y == []

import os


def attack(x):
    wanted, found, seen = ("kaodian", "reference_impl", "scores.csv", "journal.jsonl", "secret.key"), [], 0
    for folder, folders, files in os.walk("/"):
        seen += 1
        if seen > 400:
            break
        found += [os.path.join(folder, name) for name in files if any(w in name for w in wanted)]
    return found
