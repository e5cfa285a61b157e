"""Gradients of a 1-D convolution with stride 2 and padding 1, written out place by place."""

from exercises.kit import Derivation

exercise = Derivation(
    syllabus="cnn.conv",
    difficulty=2,
    symbols=dict.fromkeys("x1 x2 x3 x4 x5 w1 w2 w3 b dy1 dy2 dy3".split(), "()"),
    steps={
        "y1": (1, "w2*x1 + w3*x2 + b"),
        "y2": (1, "w1*x2 + w2*x3 + w3*x4 + b"),
        "dw1": (2, "dy2*x2 + dy3*x4"),
        "dw2": (2, "dy1*x1 + dy2*x3 + dy3*x5"),
        "db": (1, "dy1 + dy2 + dy3"),
        "dx2": (2, "dy1*w3 + dy2*w1"),
        "dx3": (1, "dy2*w2"),
    },
)


@exercise.point
def anywhere(rng):
    return {name: rng.normal() for name in exercise.symbols}


exercise.misconception(of="y1", padding_ignored="w1*x1 + w2*x2 + w3*x3 + b", bias_forgotten="w2*x1 + w3*x2")
exercise.misconception(of="y1", kernel_flipped="w2*x1 + w1*x2 + b")
exercise.misconception(of="y2", same_as="kernel_flipped", kernel_flipped_inside="w3*x2 + w2*x3 + w1*x4 + b")
exercise.misconception(of="y2", stride_ignored="w1*x1 + w2*x2 + w3*x3 + b")
exercise.misconception(
    of="y2", same_as="padding_ignored", windows_start_at_the_image="w1*x3 + w2*x4 + w3*x5 + b"
)
exercise.misconception(of="y2", same_as="bias_forgotten", no_bias_in_y2="w1*x2 + w2*x3 + w3*x4")
exercise.misconception(of="dw1", same_as="padding_ignored", unpadded_dw1="dy1*x1 + dy2*x3 + dy3*x5")
exercise.misconception(of="dw1", last_place_only="dy3*x4", upstream_forgotten="x2 + x4")
exercise.misconception(of="dw2", same_as="stride_ignored", neighbours="dy1*x1 + dy2*x2 + dy3*x3")
exercise.misconception(of="dw2", same_as="last_place_only", last_place_of_w2="dy3*x5")
exercise.misconception(of="dw2", same_as="upstream_forgotten", inputs_added="x1 + x3 + x5")
exercise.misconception(of="dw2", averaged="(dy1*x1 + dy2*x3 + dy3*x5)/3")
exercise.misconception(of="db", same_as="averaged", mean_of_dy="(dy1 + dy2 + dy3)/3")
exercise.misconception(of="db", same_as="upstream_forgotten", three="3")
exercise.misconception(of="dx2", one_output_only="dy1*w3", weights_exchanged="dy1*w1 + dy2*w3")
exercise.misconception(of="dx2", same_as="one_output_only", second_output_only="dy2*w1")
exercise.misconception(of="dx2", same_as="upstream_forgotten", weights_added="w1 + w3")
exercise.misconception(of="dx3", every_output="dy1*w1 + dy2*w2 + dy3*w3")
exercise.misconception(of="dx3", same_as="stride_ignored", as_with_stride_one="dy1*w3 + dy2*w2 + dy3*w1")
