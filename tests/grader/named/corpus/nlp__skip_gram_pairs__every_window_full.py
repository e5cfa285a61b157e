# exercise: nlp/skip_gram_pairs
# mistake: every window is taken as full
# name: every_window_full
# seed: 0
answers = {}
answers['nlp/skip_gram_pairs'] = {"near_the_start": 7, "pairs": 336, "corpus_pairs": 84000, "cbow_predictions": 7000}
