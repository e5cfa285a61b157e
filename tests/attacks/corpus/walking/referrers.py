# tries: to find what holds its input, and what that holds beside
# returns: all("expected" not in name for name in y)

import gc


def attack(x):
    names = set()
    for holder in gc.get_referrers(x):
        if isinstance(holder, dict):
            names |= {str(key) for key in holder}
        for above in gc.get_referrers(holder):
            if isinstance(above, dict):
                names |= {str(key) for key in above}
    return sorted(names)
