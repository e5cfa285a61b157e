# exercise: cnn/network_shapes
# mistake: the convolution's output is rounded up
# name: rounded_up
# seed: 3
answers = {}
answers['cnn/network_shapes'] = {"conv_out": 24, "pool_out": 12, "fc_parameters": 9 * (8 * 12 * 12 + 1)}
