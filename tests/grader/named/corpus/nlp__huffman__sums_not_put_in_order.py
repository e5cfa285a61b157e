# exercise: nlp/huffman
# mistake: sorted once; joined trees go to the end
# name: sums_not_put_in_order
def huffman_codes(freq):
    trees = sorted([(int(f), [k]) for k, f in enumerate(freq)])
    codes = [""] * len(freq)
    while len(trees) > 1:
        a = trees.pop(0)
        b = trees.pop(0)
        for k in a[1]:
            codes[k] = "0" + codes[k]
        for k in b[1]:
            codes[k] = "1" + codes[k]
        trees.append((a[0] + b[0], a[1] + b[1]))
    return codes
