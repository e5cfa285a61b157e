"""最大池化。"""
import numpy as np


def _window_iter(H, W, param):
    kh, kw, s = param["pool_height"], param["pool_width"], param["stride"]
    top = 0
    while top + kh <= H:
        left = 0
        while left + kw <= W:
            yield top // s, left // s, slice(top, top + kh), slice(left, left + kw)
            left += s
        top += s


def max_pool_forward(x, pool_param):
    H, W = x.shape[-2:]
    places = list(_window_iter(H, W, pool_param))
    out = np.empty(x.shape[:2] + (places[-1][0] + 1, places[-1][1] + 1))
    for i, j, rows, cols in places:
        out[..., i, j] = x[..., rows, cols].max(axis=(-1, -2))
    return out, {"x": x, "out": out, "places": places}


def max_pool_backward(dout, cache):
    dx = np.zeros(cache["x"].shape)
    for i, j, rows, cols in cache["places"]:
        is_max = cache["x"][..., rows, cols] == cache["out"][..., i, j][..., None, None]
        dx[..., rows, cols] += is_max * dout[..., i, j][..., None, None]
    return dx
