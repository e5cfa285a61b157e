# exercise: losses/kl_by_hand
# mistake: multiplied by log 2
# name: conversion_reversed
# seed: 3
from math import log

d_q = 0.3125 * log(0.3125 / 0.4375) + 0.6875 * log(0.6875 / 0.5)
d_r = 0.3125 * log(0.3125 / 0.1875) + 0.6875 * log(0.6875 / 0.1875)
answers = {"losses/kl_by_hand": [d_q, d_r, d_r - d_q, d_q * log(2)]}
