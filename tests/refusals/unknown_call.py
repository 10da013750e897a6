# expect: E201 at 7:12 under: colorsys.rgb_to_hls(x, y, 0.0)

import colorsys


def f(x: float, y: float):
    return colorsys.rgb_to_hls(x, y, 0.0)[1]
