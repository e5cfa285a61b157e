# exercise: nlp/skip_gram_pairs
# mistake: the word itself counted into its context
# name: middle_counted
answers = {}
answers['nlp/skip_gram_pairs'] = {"near_the_start": 8, "pairs": 294, "corpus_pairs": 73500, "cbow_predictions": 7000}
