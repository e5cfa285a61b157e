# tries: to leave named shared memory
# verdict: forbidden, error


def attack(x):
    from multiprocessing import shared_memory
    shared_memory.SharedMemory("kaodian", create=True, size=4096)
    return 1
