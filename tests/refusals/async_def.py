# expect: E106 at 3:1 under: async def f(x: float):

async def f(x: float):
    return x


def g(x: float):
    return x
