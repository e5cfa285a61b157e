# exercise: nlp/word_vector
# style: a set of letters
answers = {}
answers["nlp/word_vector"] = {"a", "B", "ｆ", "h"}
