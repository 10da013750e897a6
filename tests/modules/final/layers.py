import numpy as np


# backprop: final
def loss(x: "N"):
    return np.sum(x * x)
