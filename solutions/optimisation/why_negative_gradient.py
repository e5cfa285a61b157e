"""The change to first order is |grad f| |step| cos(angle): negative beyond 90 degrees, least at 180.

It holds for small steps only: a long one may rise, and nothing says where the minimum is.
"""

right = {
    "fastest_against",
    "negative_inner_product",
    "obtuse_angles_descend",
    "long_steps_may_rise",
}
