# expect: E307 at 11:9 under: u[[0, 2]] *= s

import numpy as np


def written_where_a_later_loop_gives_its_name_an_item(row: "N", s: float):
    u = np.zeros(3)
    if row[0] > 0:
        z = u
    for t in range(3):
        u[[0, 2]] *= s
        for i, z in enumerate(row[:2]):
            u = u * z
    return z**2
