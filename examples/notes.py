"""The functions of the notes: forward passes only, as a user would hand them in."""

import math


def circuit(x, y, z):
    q = x + y  # q becomes 3
    f = q * z  # f becomes -12
    return f


def neuron(w: "3", x: "2"):
    dot = w[0] * x[0] + w[1] * x[1] + w[2]
    f = 1.0 / (1 + math.exp(-dot))  # sigmoid function
    return f


def staged(x, y):
    sigy = 1.0 / (1 + math.exp(-y))  # sigmoid in numerator
    num = x + sigy  # numerator
    sigx = 1.0 / (1 + math.exp(-x))  # sigmoid in denominator
    xpy = x + y
    xpysqr = xpy**2
    den = sigx + xpysqr  # denominator
    invden = 1.0 / den
    f = num * invden  # done!
    return f


def patterns(x, y, z, w):
    f = 2 * (x * y + max(z, w))
    return f


def matmul(W: "5 10", X: "10 3"):
    D = W.dot(X)
    return D
