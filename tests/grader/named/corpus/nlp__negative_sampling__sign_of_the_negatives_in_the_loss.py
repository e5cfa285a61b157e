# exercise: nlp/negative_sampling
# mistake: the negatives lose their minus in the loss
# name: sign_of_the_negatives_in_the_loss
import numpy as np



def logsig(t):
    return -np.logaddexp(0, -t)


def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    v, U = center_word_vec, outside_vectors
    o, ks = outside_word_idx, list(negative_word_idx)
    loss = -logsig(U[o] @ v) - sum(logsig(U[k] @ v) for k in ks)
    s = lambda t: np.exp(logsig(t))
    dU = np.zeros_like(U)
    dv = (s(U[o] @ v) - 1) * U[o]
    dU[o] += (s(U[o] @ v) - 1) * v
    for k in ks:
        dv = dv + s(U[k] @ v) * U[k]
        dU[k] += s(U[k] @ v) * v
    return loss, dv, dU
