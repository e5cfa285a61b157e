# exercise: feedforward/backprop_order
# mistake: updates before the gradient went back
# name: updated_too_early
answers = {}
answers['feedforward/backprop_order'] = "c k e d h g b i f a j"
