# expect: E204 at 6:5 under: for u in u:

import numpy as np

def f(u: "N N", h: "N"):
    for u in u:
        pass
    return h * u
