# exercise: history/timeline
# mistake: LSTM after word2vec
# name: lstm_is_new
answers = {}
answers['history/timeline'] = "g k j a d b h i l c e f m"
