"""Pooling reduces height and width, channel by channel, without parameters.

So later layers have fewer entries to connect and see more of the image; where in its window a maximum was is
lost, which makes small shifts harmless. Max pooling sends the gradient to the maximum alone.
"""

right = {"smaller_maps", "fewer_parameters_later", "small_shifts", "wider_fields"}
