# expect: E106 at 3:1 under: async def f(x: float):

async def f(x: float):
    y = await x
    return y
