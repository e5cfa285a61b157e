"""Local connections and shared weights: 16 (3 * 5 * 5 + 1) parameters instead of 16384 (3072 + 1)."""

answers = {}
answers["cnn/why_conv"] = (
    "Connections are local: an output of a convolution depends on the pixels of its receptive field only, "
    "because edges and corners are made of neighbouring pixels; a fully connected output depends on the "
    "whole image. Weights are shared: one kernel is used at all places, because a feature may appear "
    "anywhere. So the convolution has 16 * (3 * 25 + 1) = 1216 parameters whatever the image's size; the "
    "fully connected layer has 3072 inputs and 16384 outputs, 16384 * 3073 = 50348032 parameters, which "
    "grow with the square of the area. When an object is shifted, its response in the feature map is "
    "shifted by the same distance."
)
