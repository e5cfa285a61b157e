# exercise: cnn/conv_parameters
# mistake: input channels are forgotten
# name: channels_forgotten
# seed: 3
answers = {}
answers['cnn/conv_parameters'] = {"conv1": 8 * 25 + 8, "conv2": 20 * 15 + 20, "fully_connected": 704 * 176 + 704}
