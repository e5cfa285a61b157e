# exercise: cnn/pool_output_size
# mistake: adds P once
# name: padding_on_one_side
answers = {}
answers['cnn/pool_output_size'] = {"sizes": [7, 11, 14]}
