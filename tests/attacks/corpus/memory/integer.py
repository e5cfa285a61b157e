# tries: to fill the memory by one number
# verdict: memory limit, time limit


def attack(x):
    return (1 << (1 << 36)).bit_length()
