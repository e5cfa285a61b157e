"""out_im = sum_d X_id w_dm + b_m, so by the chain rule

    dX_id = sum_m dout_im w_dm,  dw_dm = sum_i X_id dout_im,  db_m = sum_i dout_im:

dX = dout w^T, dw = X^T dout, and db is the sum over the samples.
"""


def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    return flat @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(x.shape[0], -1)
    return (dout @ w.T).reshape(x.shape), flat.T @ dout, dout.sum(axis=0)
