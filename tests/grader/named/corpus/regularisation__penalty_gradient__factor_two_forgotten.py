# exercise: regularisation/penalty_gradient
# mistake: lambda w for 2 lambda w
# name: factor_two_forgotten
answers = {}
answers['regularisation/penalty_gradient'] = {"dnorm": "w/sqrt(sum(w^2))", "dR1": "lambda1*sign(w)", "dR2": "lambda2*w", "dw": "dw_data + dR1 + dR2", "w_new": "w - eta*dw", "shrink": "1 - 2*eta*lambda2"}
