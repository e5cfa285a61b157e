# exercise: cnn/network_shapes
# style: full-width digits, text, a comma in a large number left out
answers = {}
answers["cnn/network_shapes"] = {"conv_out": "１３", "pool_out": 4.0, "fc_parameters": " 679 "}
