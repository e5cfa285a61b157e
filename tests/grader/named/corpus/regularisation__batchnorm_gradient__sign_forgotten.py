# exercise: regularisation/batchnorm_gradient
# mistake: the minus of the derivative by s
# name: sign_forgotten
# seed: 0
answers = {}
answers['regularisation/batchnorm_gradient'] = {"dgamma": "sum(dout*x_hat)", "dbeta": "sum(dout)", "dx_hat": "gamma*dout", "ds": "sum(dx_hat*xc)/s**2", "dvar": "ds/(2*s)", "dxc": "dx_hat/s + 2/N*dvar*xc", "dmu": "-sum(dxc)", "dx": "dxc + dmu/N"}
