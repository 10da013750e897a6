# expect: E106 at 4:1 under: async def f(x: float):
# not yet: it is not seen as a function

async def f(x: float):
    y = await x
    return y
