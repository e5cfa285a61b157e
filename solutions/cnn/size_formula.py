"""Put each option into H' = floor((H - k + 2P) / s) + 1.

True: a remainder leaves rows that no window reaches; (7 - 2) / 2 = 2.5 gives 2 + 1 = 3; (H - 3 + 2) + 1 = H;
(8 - 3 + 2) / 2 = 3.5 and (7 - 3 + 2) / 2 = 3 both give 4; at s = 1 every quotient is whole.
"""

right = {
    "rows_left_over",
    "seven_to_three",
    "three_keeps_its_size",
    "eight_like_seven",
    "stride_one_never_rounds",
}
