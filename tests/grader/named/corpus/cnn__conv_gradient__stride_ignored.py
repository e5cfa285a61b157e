# exercise: cnn/conv_gradient
# mistake: as for stride 1
# name: stride_ignored
# seed: 0
answers = {}
answers['cnn/conv_gradient'] = {"y1": "w2*x1 + w3*x2 + b", "y2": "w1*x2 + w2*x3 + w3*x4 + b", "dw1": "dy2*x1 + dy3*x2", "dw2": "dy1*x1 + dy2*x2 + dy3*x3", "db": "dy1 + dy2 + dy3", "dx2": "dy1*w3 + dy2*w1", "dx3": "dy2*w2"}
