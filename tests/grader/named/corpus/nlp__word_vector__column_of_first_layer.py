# exercise: nlp/word_vector
# mistake: column k of W
# name: column_of_first_layer
answers = {}
answers['nlp/word_vector'] = "e, h, b, f"
