"""Join the two rarest trees until one is left; every join puts one bit in front of its words' codes."""


def huffman_codes(freq):
    codes = [""] * len(freq)
    trees = [(int(f), [word]) for word, f in enumerate(freq)]
    while len(trees) > 1:
        trees.sort(key=lambda tree: tree[0])  # by frequency alone: equal ones may stand in any order
        (f_left, left), (f_right, right), *others = trees
        for word in left:
            codes[word] = "0" + codes[word]
        for word in right:
            codes[word] = "1" + codes[word]
        trees = [*others, (f_left + f_right, left + right)]
    return codes
