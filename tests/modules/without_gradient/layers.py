import numpy as np


def note(x, words=[]):
    print(end="")
    return 3
