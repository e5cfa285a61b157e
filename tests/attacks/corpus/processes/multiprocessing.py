# tries: to start a pool of workers
# verdict: forbidden, process limit, error, file limit

import multiprocessing


def attack(x):
    return multiprocessing.get_context("fork").Pool(2).map(abs, [1])
