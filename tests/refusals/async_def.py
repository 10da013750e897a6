# expect: E106 at 4:1 under: async def f(x: float):
# not yet: it is skipped without a word

async def f(x: float):
    return x


def g(x: float):
    return x
