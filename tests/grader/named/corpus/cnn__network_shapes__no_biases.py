# exercise: cnn/network_shapes
# mistake: the biases of the fully connected layer are not counted
# name: no_biases
answers = {}
answers['cnn/network_shapes'] = {"conv_out": 13, "pool_out": 4, "fc_parameters": 7 * 6 * 4 * 4}
