# exercise: losses/loss_meaning
# mistake: KL taken for a distance
# name: symmetric
answers = {}
answers['losses/loss_meaning'] = "a, b, e"
