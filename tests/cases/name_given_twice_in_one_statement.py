# arguments: x=1.3, a=0.7
def scaled(x, a):
    for i in range(2):
        x = x = x * a
    return x


# output
"""Forward and backward passes of name_given_twice_in_one_statement.py: do not edit.

Made by `backprop generate`.
"""


def scaled_forward(x, a):
    """Forward pass of scaled: x and the cache (references, not copies)."""
    x_before = []
    for i in range(2):
        x_before.append(x)
        x = x = x * a
    cache = (a, x_before)
    return x, cache


def scaled_backward(dx, cache):
    """Backward pass of scaled: dx and da, from dx."""
    a, x_before = cache
    da = 0.0
    for x in reversed(x_before):
        # backprop x = x = x * a
        da += x * dx
        dx = a * dx
    return dx, da
