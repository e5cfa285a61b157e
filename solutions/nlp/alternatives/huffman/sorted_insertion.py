"""A table of (frequency, tree) kept in order by insertion; a generator walks the nested pairs."""


def leaves(tree, code=""):
    if isinstance(tree, int):
        yield tree, code
    else:
        left, right = tree
        yield from leaves(left, code + "0")
        yield from leaves(right, code + "1")


def huffman_codes(freq):
    words = sorted(range(len(freq)), key=freq.__getitem__)
    table = [(int(freq[word]), word) for word in words]
    while len(table) > 1:
        (f_left, left), (f_right, right) = table[:2]
        del table[:2]
        place = 0
        while place < len(table) and table[place][0] < f_left + f_right:
            place += 1
        table.insert(place, (f_left + f_right, (left, right)))
    return [code for _, code in sorted(leaves(table[0][1]))]
