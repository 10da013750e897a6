# expect: E307 at 9:9 under: x *= y
# expect: E307 at 16:9 under: x *= y

import numpy as np


def never_read(y, x):
    for i in range(len(x)):
        x *= y
    return y


def returned(y, x):
    n = len(x)
    for i in range(n):
        x *= y
    return np.sum(x)
