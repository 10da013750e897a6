# arguments: x=1.5, y=0.7
import math


def f( x,y ):
    # what comes first
    a = ( x*y )   # product
    b = a if 'k' == "j" else a+y     # odd, but it is theirs


    # and then
    c = math.exp(
        -b,  # inside
    )
    return c  # done


# output
"""Forward and backward passes of comments_and_odd_formatting.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: c and the cache (references, not copies)."""
    # what comes first
    a = ( x*y )   # product
    b_test = "k" == "j"
    b = a if b_test else a + y  # odd, but it is theirs


    # and then
    c = math.exp(
        -b,  # inside
    )
    cache = (x, y, b_test, c)
    return c, cache  # done


def f_backward(dc, cache):
    """Backward pass of f: dx and dy, from dc."""
    x, y, b_test, c = cache
    # backprop c = math.exp(-b)
    db = -(c * dc)
    # backprop b = a if b_test else a + y
    da = db
    dy = 0.0 if b_test else db
    # backprop a = ( x*y )
    dx = y * da
    dy += x * da
    return dx, dy
