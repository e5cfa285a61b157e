# exercise: losses/entropy_identity
# mistake: D(q || p)
# name: swapped
answers = {}
answers['losses/entropy_identity'] = {"h": 0.7306, "d": 0.2 * 0.28768 + 0.6 * 1.79176 + 0.2 * -1.32176, "c": 1.5 - 0.0005}
