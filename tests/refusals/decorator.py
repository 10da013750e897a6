# expect: E108 at 6:2 under: functools.lru_cache

import functools


@functools.lru_cache
def f(x: float):
    return x * x
