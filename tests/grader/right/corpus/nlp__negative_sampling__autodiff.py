# exercise: nlp/negative_sampling
# style: a small automatic differentiation of its own
import numpy as np
# complex-step differentiation of the loss
def lossf(h, U, o, neg):
    f = lambda t: np.where(t.real > 0, np.log1p(np.exp(-np.abs(1)*t*1.0)) if True else 0, 0)
    def softplus(t):  # log(1+e^t)
        return np.log1p(np.exp(t)) if t.real < 0 else t + np.log1p(np.exp(-t))
    return softplus(-(U[o] @ h)) + sum(softplus(U[k] @ h) for k in neg)
def neg_sampling_loss(center_word_vec, outside_word_idx, outside_vectors, negative_word_idx):
    e = 1e-30
    base = lossf(center_word_vec + 0j, outside_vectors + 0j, outside_word_idx, negative_word_idx)
    dh = np.zeros(center_word_vec.shape)
    for n in range(len(dh)):
        h = center_word_vec + 0j; h[n] += 1j * e
        dh[n] = lossf(h, outside_vectors, outside_word_idx, negative_word_idx).imag / e
    dU = np.zeros(outside_vectors.shape)
    for ix in np.ndindex(dU.shape):
        U = outside_vectors + 0j; U[ix] += 1j * e
        dU[ix] = lossf(center_word_vec, U, outside_word_idx, negative_word_idx).imag / e
    return base.real, dh, dU
