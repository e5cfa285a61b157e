# exercise: regularisation/batchnorm_forward
# mistake: test mode uses the batch
# name: test_with_batch_statistics
import numpy as np



def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    m = bn_param.get("momentum", 0.9)
    mean = x.sum(axis=0) / len(x)
    var = ((x - mean) ** 2).sum(axis=0) / len(x)
    if bn_param["mode"] == "train":
        bn_param["running_mean"] = m * bn_param["running_mean"] + (1 - m) * mean
        bn_param["running_var"] = m * bn_param["running_var"] + (1 - m) * var
    xhat = (x - mean) / np.sqrt(var + eps)
    return xhat * gamma + beta, (xhat,)
