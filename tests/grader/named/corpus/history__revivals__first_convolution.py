# exercise: history/revivals
# mistake: AlexNet taken for the first convolutional network
# name: first_convolution
# seed: 0
answers = {}
answers['history/revivals'] = "a、c、d、e、f"
