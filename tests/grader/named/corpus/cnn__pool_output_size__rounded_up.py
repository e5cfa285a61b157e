# exercise: cnn/pool_output_size
# mistake: rounds up
# name: rounded_up
# costs: everything
answers = {}
answers['cnn/pool_output_size'] = {"sizes": [8, 13, 16]}
