# exercise: optimisation/direction_derivation
# mistake: adds the gradient
# name: gradient_added
answers = {}
answers['optimisation/direction_derivation'] = {"g": "A@w - b", "change": "g@d", "u": "-g/sqrt(sum(g*g))", "rate": "-sqrt(sum(g*g))", "w_new": "w + eta*g", "first_order": "-eta*(g@g)", "exact": "-eta*(g@g) + eta^2*(g@A@g)/2"}
