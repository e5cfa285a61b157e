"""Nothing is calculated, all is counted: the places where a window lies inside, and rings of padding."""


def starts(size, kernel, stride, padding):
    """Where windows may begin, the image's first row being row 0."""
    return range(-padding, size + padding - kernel + 1, stride)


def conv_output_size(size, kernel, stride, padding):
    return tuple(len(starts(int(n), int(k), stride, padding)) for n, k in zip(size, kernel, strict=True))


def same_padding(odd_kernel):
    rings = []
    for k in odd_kernel:
        padding = 0
        while len(starts(100, int(k), 1, padding)) < 100:
            padding += 1
        rings.append(padding)
    return rings
