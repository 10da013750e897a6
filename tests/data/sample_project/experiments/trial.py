"""What is tried out, and is no part of the package."""


def square(x: float):
    return x * x
