# exercise: nlp/word2vec_order
# mistake: negatives drawn after the scores
# name: samples_after_the_scores
# seed: 0
answers = {}
answers['nlp/word2vec_order'] = "i > g > f > c > j > b > h > e > a > d"
